import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, PAGE_MAX, type Page, pageOf } from '#lib/page.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { workingContent } from './freeze.ts'
import { loadForPolicy } from './queries.ts'
import { type ListRevisionsInput, RevisionContent, type RevisionListed } from './schema.ts'

/** A frozen text, or null where there is none that this actor may see. */
export async function findRevision({ db }: Work, number: number, ordinal: number): Promise<RevisionContent | null> {
  const row = await db.revision.findFirst({ where: { ordinal, postmortem: { number } } })
  return row && RevisionContent.parse(row.content)
}

/** What can be compared: a revision by its number, or the text being worked on, for those who may see it. */
export type Comparable = number | 'working'

export async function contentOf(work: Work, number: number, which: Comparable): Promise<RevisionContent> {
  if (which !== 'working') return (await findRevision(work, number, which)) ?? refuse(notFound)
  const row = await loadForPolicy(work, number)
  // Row-level security hides its sections from everybody else; an empty text would read as one that was emptied.
  if (row.publishedAt !== null && !can(work.actor, 'edit', 'postmortem', row).allowed) return refuse(notFound)
  return workingContent(work, row)
}

type Asked = Partial<z.output<typeof ListRevisionsInput>> & { number: number }

/** Newest first, with who froze it and why. Readers of something published have those that were published. */
export async function listRevisions(
  { db }: Work,
  { number, cursor, limit = PAGE_MAX }: Asked,
): Promise<Page<RevisionListed>> {
  if (!(await db.postmortem.findUnique({ where: { number }, select: { id: true } }))) return refuse(notFound)
  const before = decodeCursor(cursor, z.int())
  const rows = await db.revision.findMany({
    where: { postmortem: { number }, ...(before && { ordinal: { lt: before[0] } }) },
    select: {
      ordinal: true,
      createdAt: true,
      createdById: true,
      note: true,
      publications: { select: { note: true } },
      reviews: { select: { id: true } },
    },
    orderBy: { ordinal: 'desc' },
    take: limit + 1,
  })
  const ids = [...new Set(rows.flatMap(({ createdById }) => createdById ?? []))]
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const { items, nextCursor } = pageOf(rows, limit, ({ ordinal }) => [ordinal])
  const listed = items.map(({ ordinal, createdAt, createdById, note, publications, reviews }) => ({
    ordinal,
    createdAt: createdAt.toISOString(),
    by: names.get(createdById ?? '') ?? null,
    note: note || publications.map((publication) => publication.note).find(Boolean) || '',
    published: publications.length > 0,
    reviewed: reviews.length > 0,
  }))
  return { items: listed, nextCursor }
}
