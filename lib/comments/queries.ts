import { z } from 'zod'
import type { Actor } from '#lib/actor.ts'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { actorOf } from '#lib/people/model.ts'
import { can } from '#lib/policy/can.ts'
import { type LockedPostmortem, loadForPolicy, lockPostmortem } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { placesOf } from './places.ts'
import { presentThread, wholeThread } from './present.ts'
import type { ListThreadsInput, ThreadOut } from './schema.ts'

/** In the order they were started. Row-level security leaves them to those who see the working text. */
export async function listThreads(
  work: Work,
  { number, section, state, cursor, limit }: z.output<typeof ListThreadsInput>,
): Promise<Page<ThreadOut>> {
  const { id: postmortemId } = await loadForPolicy(work, number)
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const rows = await work.db.thread.findMany({
    where: {
      postmortemId,
      ...(section && { sectionKey: section }),
      ...(state === 'open' && { resolution: null }),
      ...(state === 'closed' && { resolution: { isNot: null } }),
      ...(after && { OR: [{ startedAt: { gt: after[0] } }, { startedAt: after[0], id: { gt: after[1] } }] }),
    },
    include: wholeThread,
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ startedAt, id }) => [startedAt.toISOString(), id])
  const placeOf = await placesOf(work, postmortemId, items)
  return { nextCursor, items: items.map((row) => presentThread(row, placeOf(row))) }
}

/** What commands about a thread look at, with its postmortem locked: of two who settle it, one is second. */
export async function lockThread(work: Work, { number, thread: id }: { number: number; thread: string }) {
  const postmortem = await lockPostmortem(work, number)
  const thread = await work.db.thread.findFirst({
    where: { id, postmortemId: postmortem.id },
    include: { resolution: true, comments: { select: { personId: true }, orderBy: { writtenAt: 'asc' } } },
  })
  return { postmortem, thread: thread ?? refuse(notFound) }
}
export type LockedThread = Awaited<ReturnType<typeof lockThread>>

export async function lockComment(work: Work, { number, comment: id }: { number: number; comment: string }) {
  const postmortem = await lockPostmortem(work, number)
  const comment = await work.db.comment.findFirst({
    where: { id, thread: { postmortemId: postmortem.id } },
    include: { thread: true, wordings: { orderBy: { ordinal: 'desc' }, take: 1 } },
  })
  return { postmortem, comment: comment ?? refuse(notFound) }
}

export async function threadById(work: Work, id: string): Promise<ThreadOut> {
  const row = await work.db.thread.findUniqueOrThrow({ where: { id }, include: wholeThread })
  return presentThread(row, (await placesOf(work, row.postmortemId, [row]))(row))
}

/** What a thread is about, in words, for those who see it: the words quoted, or what was said first. */
export async function findThread(
  { db }: Work,
  number: number,
  id: string,
): Promise<{ id: string; section: string; quote: string } | null> {
  const row = await db.thread.findFirst({
    where: { id, postmortem: { number } },
    include: {
      comments: {
        orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
        take: 1,
        include: { wordings: { orderBy: { ordinal: 'desc' }, take: 1 } },
      },
    },
  })
  return row && { id, section: row.sectionKey, quote: row.quote || (row.comments[0]?.wordings[0]?.text ?? '') }
}

/** How many wait for somebody: none for those who do not see the talk. */
export const countOpen = ({ db }: Work, postmortemId: string): Promise<number> =>
  db.thread.count({ where: { postmortemId, resolution: null } })

/** The talk is about the working text, and for those who see it. */
export const seesTalk = (actor: Actor, row: LockedPostmortem): boolean =>
  row.publishedAt === null || can(actor, 'edit', 'postmortem', row).allowed

/** The sections of the working text, for those who see it. */
export async function listCommentable({ db }: Work, number: number) {
  return db.section.findMany({
    where: { postmortem: { number } },
    orderBy: { position: 'asc' },
    select: { key: true, heading: true, body: true },
  })
}

export type Mentionable = { id: string; name: string; reads: boolean }

/** Everybody, with whether they could open this document: a mention gives nobody access. */
export async function listMentionable(work: Work, number: number): Promise<Mentionable[]> {
  const row = await loadForPolicy(work, number)
  const { db } = work
  const people = await db.person.findMany({
    where: { deactivatedAt: null },
    include: { memberships: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    // As many as a menu can be made of before typing has narrowed it.
    take: 2_000,
  })
  const grants = await db.grant.findMany({ where: { postmortemId: row.id } })
  const asked = new Set(row.reviewerIds)
  return people.map((person) => {
    const seen = { ...row, grants, reviewerIds: asked.has(person.id) ? [person.id] : [] }
    return { id: person.id, name: person.name, reads: can(actorOf(person), 'read', 'postmortem', seen).allowed }
  })
}
