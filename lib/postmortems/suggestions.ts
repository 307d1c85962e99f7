import type { Work } from '#lib/context.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import type { Severity } from '#lib/templates/model.ts'
import type { Known } from './known.ts'

type Reach = { visibility: 'company' | 'team' | 'restricted'; teamId: string }

export type SimilarIncident = Reach & {
  number: number
  title: string
  severity: Severity
  occurredAt: Date
  because: string[]
  postmortem: { number: number; title: string } | null
}

export type PreventingItem = Reach & {
  number: number
  title: string
  createdAt: Date
  dueOn: Date
  closed: boolean
  because: string[]
}

/** As many as fit beside a text without becoming a list of their own. */
const SUGGESTED_MAX = 5
/** Enough of the past to compare with; older ones are found by search. */
const COMPARED_MAX = 200
/** One shared mechanism, or one shared service and a title that sounds alike. */
const ENOUGH = 2

/** Earlier incidents that resemble this one, of those the actor may see, each with why. The same facts give the same answer. */
export async function similarIncidents(work: Work, known: Known): Promise<SimilarIncident[]> {
  const alike = await titleScores(work, known.title)
  const rows = await work.db.incident.findMany({
    where: {
      id: { not: known.id },
      occurredAt: { lt: known.occurredAt },
      OR: [
        { mechanisms: { hasSome: known.mechanisms } },
        { services: { some: { serviceId: { in: serviceIds(known) } } } },
        { id: { in: [...alike.keys()] } },
      ],
    },
    include: {
      services: { include: { service: true } },
      postmortems: { select: { number: true, title: true }, orderBy: { createdAt: 'asc' }, take: 1 },
    },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: COMPARED_MAX,
  })
  return rows
    .map((row) => ({ row, ...resemblance(known, row, alike.get(row.id) ?? 0) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.row.occurredAt.getTime() - a.row.occurredAt.getTime())
    .slice(0, SUGGESTED_MAX)
    .map(({ row, because }) => {
      const { number, title, severity, occurredAt, visibility, teamId, postmortems } = row
      return { number, title, severity, occurredAt, visibility, teamId, because, postmortem: postmortems[0] ?? null }
    })
}

/** Action items that were open when it began, and are about the same mechanism or service. */
export async function preventingItems({ db }: Work, known: Known): Promise<PreventingItem[]> {
  const began = known.milestones.impactStarted ?? known.occurredAt
  const rows = await db.actionItem.findMany({
    where: {
      createdAt: { lte: began },
      AND: [
        {
          OR: [
            { closed: false },
            { steps: { some: { kind: { in: ['verified', 'dropped'] }, at: { gt: began } } } },
            { commitments: { some: { kind: { not: 'accepted' }, at: { gt: began } } } },
          ],
        },
        {
          postmortem: {
            incident: {
              id: { not: known.id },
              OR: [
                { mechanisms: { hasSome: known.mechanisms } },
                { services: { some: { serviceId: { in: serviceIds(known) } } } },
              ],
            },
          },
        },
      ],
    },
    include: {
      postmortem: {
        select: {
          ...{ visibility: true, teamId: true },
          incident: { include: { services: { include: { service: true } } } },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: COMPARED_MAX,
  })
  return rows
    .flatMap(({ postmortem, ...item }) => {
      if (!postmortem?.incident) return []
      const { score, because } = resemblance(known, postmortem.incident, 0)
      return { ...item, score, because, visibility: postmortem.visibility, teamId: postmortem.teamId }
    })
    .sort((a, b) => b.score - a.score || b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, SUGGESTED_MAX)
    .map(({ number, title, createdAt, dueOn, closed, because, visibility, teamId }) => {
      return { number, title, createdAt, dueOn, closed, because, visibility, teamId }
    })
}

type Compared = { title: string; mechanisms: string[]; services: { serviceId: string; service: { name: string } }[] }

function resemblance(known: Known, other: Compared, alike: number): { score: number; because: string[] } {
  const mechanisms = known.mechanisms.filter((code) => other.mechanisms.includes(code))
  const mine = new Map(known.services.map(({ serviceId, role }) => [serviceId, role]))
  const services = other.services.filter(({ serviceId }) => mine.has(serviceId))
  const origins = services.filter(({ serviceId }) => mine.get(serviceId) === 'origin')
  const words = alike > 0 ? sharedWords(known.title, other.title) : []
  return {
    score: 2 * mechanisms.length + services.length + origins.length * 0.5 + Math.min(1.5, words.length * 0.5),
    because: [
      ...mechanisms.map((code) => `Same mechanism: ${findMechanism(code)?.name ?? code}`),
      ...services.map(({ service }) => `Same service: ${service.name}`),
      ...(words.length > 0 ? [`Words of the title: ${words.join(', ')}`] : []),
    ],
  }
}

const serviceIds = ({ services }: Known) => services.map(({ serviceId }) => serviceId)

/** Five letters: shorter ones are mostly joints of a sentence. */
function sharedWords(one: string, other: string): string[] {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}-]{5,}/gu) ?? []
  const theirs = new Set(words(other))
  return [...new Set(words(one))].filter((word) => theirs.has(word)).slice(0, 5)
}

/**
 * The search index, asked through its functions in the database: the search itself knows postmortems, so they cannot
 * know it back. It applies the policy inside, and answers ids alone.
 */
async function titleScores({ db }: Work, title: string): Promise<Map<string, number>> {
  const hits = await db.$queryRaw<{ id: string; score: number }[]>`
    with known as (select t.term from firebreak_terms(${title}, '{}'::text[], '') t where t.way = 'same')
    select id, score from firebreak_search(
      array(select k.term from known k), array(select 1::real from known), (select count(*)::integer from known),
      '{}'::text[], null::tsquery, null::tsquery, '{kind:incident}'::text[], '{0}'::integer[], '{}'::text[],
      null::timestamptz, null::timestamptz, 20)`
  return new Map(hits.map(({ id, score }) => [id, score]))
}
