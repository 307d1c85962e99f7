import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { candidateIds, rareWords, sharedWith } from './candidates.ts'
import { ENOUGH, type Likeness, likeness, type Shared, telling } from './model.ts'
import type { SimilarOut } from './schema.ts'
import { comparable, featuresOf, type Subject, subjectOf } from './subject.ts'

/** As many as fit beside a text without becoming a list of their own. */
const SHOWN_MAX = 5

const candidate = {
  services: comparable.services,
  postmortems: {
    select: { id: true, number: true, title: true, publishedAt: true },
    orderBy: { createdAt: 'asc' },
  },
} as const satisfies Prisma.IncidentInclude

type Row = Prisma.IncidentGetPayload<{ include: typeof candidate }>
export type Similar = Pick<Row, 'number' | 'title' | 'severity' | 'occurredAt' | 'visibility' | 'teamId'> &
  Pick<Likeness, 'because' | 'suggests'> & {
    postmortem: { number: number; title: string } | null
    said: 'linked' | 'proposed' | null
  }

/**
 * What this was seen as before, each with why, of what this actor may see; a pair that somebody said is not related is
 * left out. The more alike comes first, then what has a write-up to learn from, then the newer.
 */
export async function similarIncidents(work: Work, subject: Subject): Promise<Similar[]> {
  const [answered, rare] = await Promise.all([answeredFor(work, subject.incidentId), rareWords(work, subject)])
  const ids = (await candidateIds(work, subject, rare)).filter((id) => answered.get(id) !== 'declined')
  if (ids.length === 0) return []
  const rows = await work.db.incident.findMany({ where: { id: { in: ids } }, include: candidate })
  const documentIds = rows.flatMap(({ id, postmortems }) => [id, ...postmortems.map((postmortem) => postmortem.id)])
  const found = await sharedWith(work, subject, { rare, documentIds })
  const scored = telling(rows.map((row) => ({ row, ...sharedBy(row, found) })))
  return scored
    .map(({ row, ...shared }) => ({ row, ...likeness(subject, featuresOf(row), shared) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || written(b.row) - written(a.row) || later(b.row, a.row))
    .slice(0, SHOWN_MAX)
    .map(({ row, because, suggests }) => {
      const { id, number, title, severity, occurredAt, visibility, teamId, postmortems } = row
      const [first] = postmortems
      return {
        number,
        title,
        severity,
        occurredAt,
        visibility,
        teamId,
        because,
        // What came first repeats nothing.
        suggests: suggests === 'repeat_of' && subject.began && occurredAt > subject.began ? 'same_mechanism' : suggests,
        postmortem: first ? { number: first.number, title: first.title } : null,
        said: saidOf(answered.get(id)),
      }
    })
}

/** For its page and for REST: what came before it, and what came since. */
export async function getSimilar(work: Work, number: number): Promise<{ number: number; similar: SimilarOut[] }> {
  const found = await work.db.incident.findUnique({ where: { number }, select: { id: true } })
  if (!found) return refuse(notFound)
  const similar = await similarIncidents(work, await subjectOf(work, found.id))
  return { number, similar: similar.map(presentSimilar) }
}

export const presentSimilar = ({ visibility: _, teamId: __, occurredAt, ...similar }: Similar): SimilarOut => ({
  ...similar,
  occurredAt: occurredAt.toISOString(),
})

/** An incident and its postmortems tell one story, so what either holds counts once. */
function sharedBy({ id, postmortems }: Row, found: ReadonlyMap<string, Shared>): Shared {
  const told = [id, ...postmortems.map((postmortem) => postmortem.id)].flatMap((one) => found.get(one) ?? [])
  const once = (of: (one: Shared) => readonly string[]) => [...new Set(told.flatMap(of))]
  return {
    identifiers: once(({ identifiers }) => identifiers),
    words: once(({ words }) => words),
    spoken: once(({ spoken }) => spoken),
  }
}

const written = ({ postmortems }: Row): number => (postmortems.some(({ publishedAt }) => publishedAt) ? 1 : 0)
const later = (one: Row, other: Row): number => one.occurredAt.getTime() - other.occurredAt.getTime()

type Answer = 'linked' | 'proposed' | 'declined'
const saidOf = (answer: Answer | undefined) => (answer === 'linked' || answer === 'proposed' ? answer : null)

/** What people said of the pairs this incident is one of. */
async function answeredFor({ db }: Work, id: string | null): Promise<Map<string, Answer>> {
  if (id === null) return new Map()
  const where = { OR: [{ fromId: id }, { toId: id }] }
  const select = { fromId: true, toId: true } as const
  const [proposals, linked] = await Promise.all([
    db.relationProposal.findMany({ where, select: { ...select, declinedAt: true } }),
    db.incidentRelation.findMany({ where, select }),
  ])
  const otherOf = ({ fromId, toId }: (typeof linked)[number]) => (fromId === id ? toId : fromId)
  return new Map<string, Answer>([
    ...proposals.map((row) => [otherOf(row), row.declinedAt ? 'declined' : 'proposed'] as const),
    ...linked.map((row) => [otherOf(row), 'linked'] as const),
  ])
}
