import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { workingContent } from './freeze.ts'
import { loadForPolicy } from './queries.ts'
import { RevisionContent } from './schema.ts'

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

export type RevisionListed = {
  ordinal: number
  createdAt: Date
  by: string | null
  note: string
  published: boolean
  reviewed: boolean
}

/** Newest first, with who froze it and why. Readers of something published have those that were published. */
export async function listRevisions({ db }: Work, number: number): Promise<RevisionListed[]> {
  const rows = await db.revision.findMany({
    where: { postmortem: { number } },
    select: {
      ...{ ordinal: true, createdAt: true, createdById: true, note: true },
      publications: { select: { note: true } },
      reviews: { select: { id: true } },
    },
    orderBy: { ordinal: 'desc' },
    take: 100,
  })
  const ids = [...new Set(rows.flatMap(({ createdById }) => createdById ?? []))]
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ ordinal, createdAt, createdById, note, publications, reviews }) => ({
    ...{ ordinal, createdAt, by: names.get(createdById ?? '') ?? null },
    note: note || publications.map((publication) => publication.note).find(Boolean) || '',
    ...{ published: publications.length > 0, reviewed: reviews.length > 0 },
  }))
}
