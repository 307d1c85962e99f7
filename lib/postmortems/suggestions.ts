import type { Work } from '#lib/context.ts'
import { likeness } from '#lib/similar/model.ts'
import { comparable, featuresOf } from '#lib/similar/subject.ts'
import type { Known } from './known.ts'

export type PreventingItem = {
  visibility: 'company' | 'team' | 'restricted'
  teamId: string
  number: number
  title: string
  createdAt: Date
  dueOn: Date
  closed: boolean
  because: string[]
}

/** As many as fit beside a text without becoming a list of their own. */
const SUGGESTED_MAX = 5
/** Enough of the past to compare with. */
const COMPARED_MAX = 200
/** An item is asked for by what it was to end, which is no matter of words. */
const factsAlone = { identifiers: [], words: [], spoken: [] }

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
          visibility: true,
          teamId: true,
          incident: { include: { services: comparable.services } },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: COMPARED_MAX,
  })
  return rows
    .flatMap(({ postmortem, ...item }) => {
      if (!postmortem?.incident) return []
      const { score, because } = likeness(featuresOf(known), featuresOf(postmortem.incident), factsAlone)
      return { ...item, score, because, visibility: postmortem.visibility, teamId: postmortem.teamId }
    })
    .sort((a, b) => b.score - a.score || b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, SUGGESTED_MAX)
    .map(({ number, title, createdAt, dueOn, closed, because, visibility, teamId }) => {
      return { number, title, createdAt, dueOn, closed, because, visibility, teamId }
    })
}

const serviceIds = ({ services }: Known) => services.map(({ serviceId }) => serviceId)
