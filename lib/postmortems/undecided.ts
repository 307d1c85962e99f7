import type { Work } from '#lib/context.ts'
import { type Decision, when } from '#lib/decision.ts'

type Subject = { id: string; incidentId: string | null }

/** Publishing a SEV1 or SEV2 leaves no idea undecided: each is accepted, its risk is, or it is declined. */
export async function mayLeave(work: Work, postmortem: Subject): Promise<Decision> {
  const waiting = await undecidedItems(work, postmortem)
  const named = waiting.map((number) => `AI-${number}`).join(', ')
  return when(waiting.length === 0, `Decide about every proposed action item first: ${named}.`)
}

/** The numbers of those that are only proposed, where that matters. */
export async function undecidedItems({ db }: Work, { id, incidentId }: Subject): Promise<number[]> {
  if (!incidentId) return []
  const incident = await db.incident.findUnique({ where: { id: incidentId }, select: { severity: true } })
  if (incident?.severity !== 'sev1' && incident?.severity !== 'sev2') return []
  const rows = await db.actionItem.findMany({
    where: { postmortemId: id, commitment: 'proposed', closed: false },
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ number }) => number)
}
