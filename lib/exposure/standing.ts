import type { Work } from '#lib/context.ts'
import type { Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'

export type SweepStanding = { edit: Decision; answers: string[] }

/** Which of its services this actor may answer for, by slug, and whether they may close it. */
export async function getSweepStanding({ db, actor }: Work, number: number): Promise<SweepStanding> {
  const sweep = await db.sweep.findUnique({
    where: { number },
    include: { closure: true, targets: { select: { service: { select: { slug: true, teamId: true } } } } },
  })
  if (!sweep) return refuse(notFound)
  const mine = sweep.targets.filter(
    ({ service }) => can(actor, 'answer', 'exposure', { teamId: service.teamId }).allowed,
  )
  return {
    edit: can(actor, 'edit', 'sweep', sweep),
    answers: sweep.closure ? [] : mine.map(({ service }) => service.slug),
  }
}
