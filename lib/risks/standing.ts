import type { Work } from '#lib/context.ts'
import { all, type Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayChange, nextTreatments } from './model.ts'
import type { TreatmentKind } from './vocabulary.ts'

export type RiskStanding = { edit: Decision; update: Decision; treatments: TreatmentKind[] }

/** What this actor may do with an entry, with the reason where they may not: the same answers the commands would give. */
export async function getRiskStanding({ db, actor }: Work, number: number): Promise<RiskStanding> {
  const row = (await db.risk.findUnique({ where: { number } })) ?? refuse(notFound)
  const edit = can(actor, 'edit', 'risk', row)
  return { edit, update: all(edit, mayChange(row)), treatments: edit.allowed ? nextTreatments(row) : [] }
}
