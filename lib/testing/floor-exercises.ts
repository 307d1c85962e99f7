import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'
import type { Stage } from './stage.ts'

/** How each row is named. */
export const exerciseKeys = {
  Risk: `"id"`,
  RiskTreatment: `"riskId"`,
  RiskTest: `"riskId"`,
  RiskDependency: `"fromId"`,
  RiskService: `"riskId"`,
  RiskIncident: `"riskId" || ' ' || "incidentId"`,
  Exercise: `"id"`,
  ExerciseStep: `"exerciseId"`,
  ExerciseEntry: `"exerciseId"`,
  ExerciseResult: `"exerciseId"`,
  Finding: `"id"`,
  ExerciseService: `"exerciseId"`,
  ExerciseRisk: `"exerciseId"`,
  ExerciseIncident: `"exerciseId" || ' ' || "incidentId"`,
  Sweep: `"id"`,
  SweepClosure: `"sweepId"`,
  SweepTarget: `"id"`,
  ExposureAnswer: `"targetId"`,
  ItemSource: `"id" || ' ' || "actionItemId"`,
} as const

type Of = (table: string, keep: (words: string[], key: string) => boolean) => string[]

/** All of it is open to the company; a link tells of its other end, so it asks whether that is open. */
export function exerciseRows(
  actor: Actor,
  of: Of,
  open: ReadonlySet<string>,
): Record<keyof typeof exerciseKeys, string[]> {
  const reads = can(actor, 'read', 'risk').allowed
  const linked = ['RiskIncident', 'ExerciseIncident', 'ItemSource']
  const rows = Object.keys(exerciseKeys).map((table) => [
    table,
    of(table, ([, other = '']) => reads && (!linked.includes(table) || open.has(other))),
  ])
  return Object.fromEntries(rows)
}

/** The records themselves, which events and notifications are about. */
export function workOf({ work }: Stage, actor: Actor): { id: string }[] {
  if (!work || !can(actor, 'read', 'risk').allowed) return []
  return [...work.risks, ...work.exercises, ...work.sweeps]
}
