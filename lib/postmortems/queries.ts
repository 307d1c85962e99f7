import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { findIncidentById } from '#lib/incidents/queries.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { lateNumbers } from './due.ts'
import { listed, presentListed, presentPostmortem, type Text, type Whole, whole } from './present.ts'
import { type ListPostmortemsInput, type PostmortemListed, type PostmortemOut, RevisionContent } from './schema.ts'

/** Newest first. A draft counts from the day it was begun. */
export async function listPostmortems(
  work: Work,
  input: z.output<typeof ListPostmortemsInput>,
): Promise<Page<PostmortemListed>> {
  const { cursor, limit, q, state, severity, team, service, mechanism, lead } = input
  const { db } = work
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const incident = {
    ...(severity?.length && { severity: { in: severity } }),
    ...(service && { services: { some: { service: { slug: service } } } }),
    ...(mechanism && { mechanisms: { has: mechanism } }),
    ...(input.incident && { number: input.incident }),
  }
  const rows = await db.postmortem.findMany({
    where: {
      ...(q && { title: { contains: q, mode: 'insensitive' as const } }),
      ...(state?.length && { state: { in: state } }),
      ...(team && { team: { slug: team } }),
      ...(lead && { leadId: lead }),
      ...(input.late && { number: { in: await lateNumbers(work) } }),
      ...(Object.keys(incident).length > 0 && { incident }),
      ...(after && { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }),
    },
    include: listed,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id])
  return { items: items.map(presentListed), nextCursor }
}

/** As this actor may see it: the published revision for readers, the working text before publication. */
export async function getPostmortem(work: Work, number: number): Promise<PostmortemOut> {
  const row = await work.db.postmortem.findUnique({ where: { number }, include: whole })
  return row ? presentPostmortem(row, await textOf(work, row)) : refuse(notFound)
}

export async function postmortemById(work: Work, id: string): Promise<PostmortemOut> {
  const row = await work.db.postmortem.findUniqueOrThrow({ where: { id }, include: whole })
  return presentPostmortem(row, await textOf(work, row))
}

export async function textOf(work: Work, row: Whole): Promise<Text> {
  const [latest] = row.publications
  if (row.state === 'published' && latest) {
    const { content } = await work.db.revision.findUniqueOrThrow({ where: { id: latest.revision.id } })
    return { kind: 'published', content: RevisionContent.parse(content) }
  }
  if (row.publishedAt !== null) return { kind: 'none' }
  const sections = await work.db.section.findMany({ where: { postmortemId: row.id }, orderBy: { position: 'asc' } })
  return { kind: 'working', sections, facts: row.incidentId ? await findIncidentById(work, row.incidentId) : null }
}

/** The text being worked on, for those who may edit it. */
export async function getWorkingText(work: Work, number: number) {
  const row = await loadForPolicy(work, number)
  const decision = can(work.actor, 'edit', 'postmortem', row)
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  const sections = await work.db.section.findMany({ where: { postmortemId: row.id }, orderBy: { position: 'asc' } })
  return { row, sections }
}

/** The row as policy and transitions need it, locked until the transaction ends. */
export async function lockPostmortem(work: Work, number: number) {
  await work.db.$queryRaw`select 1 from "Postmortem" where "number" = ${number} for update`
  return loadForPolicy(work, number)
}
export type LockedPostmortem = Awaited<ReturnType<typeof lockPostmortem>>

/** What `can` looks at, without a lock: for buttons. */
export async function loadForPolicy({ db, actor }: Work, number: number) {
  const mine = actor.kind === 'person' ? { personId: actor.personId } : {}
  const row = await db.postmortem.findUnique({
    where: { number },
    include: {
      incident: { select: { number: true, severity: true } },
      grants: { where: mine },
      reviews: {
        include: { reviewers: true, revision: { select: { id: true, ordinal: true } } },
        orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      },
    },
  })
  return row ? withReviewers(row) : refuse(notFound)
}

export const withReviewers = <Row extends { reviews: { reviewers: { personId: string }[] }[] }>(row: Row) => ({
  ...row,
  reviewerIds: row.reviews.flatMap(({ reviewers }) => reviewers.map(({ personId }) => personId)),
})

export async function getRevision({ db }: Work, number: number, ordinal: number): Promise<RevisionContent> {
  const row = await db.revision.findFirst({ where: { ordinal, postmortem: { number } } })
  return row ? RevisionContent.parse(row.content) : refuse(notFound)
}
