import { refuse } from '#lib/problem.ts'
import type { FactsInput } from './fact-schema.ts'
import { type Milestone, type Milestones, milestoneNames, milestones } from './model.ts'

type Columns = Record<`${Milestone}At`, Date | null>

/** Milestones as the table spells them: `detected` is the column `detectedAt`. */
export function milestoneColumns(points: { [M in Milestone]?: Date | null | undefined }): Partial<Columns> {
  return Object.fromEntries(
    milestoneNames.flatMap((name) => (points[name] === undefined ? [] : [[`${name}At`, points[name]]])),
  )
}

export const milestonesOf = (row: Columns): Required<Milestones> =>
  Object.fromEntries(milestoneNames.map((name) => [name, row[`${name}At`]])) as Required<Milestones>

type Told = Partial<Pick<FactsInput, 'detection' | 'trigger' | 'impactStartBasis' | 'journeys'>>

/** The facts that are told once, as the table spells them. */
export function factColumns({ detection, trigger, impactStartBasis, journeys }: Told) {
  return {
    ...(detection && {
      detectionMethod: detection.method ?? null,
      detectionSource: detection.source,
      reportedByCustomer: detection.customer ? detection.customer === 'yes' : null,
    }),
    ...(trigger && { triggerKind: trigger.kind ?? null, triggerReference: trigger.reference }),
    ...(impactStartBasis !== undefined && { impactStartBasis }),
    ...(journeys && { journeys }),
  }
}

/**
 * Nothing has happened in the future. Other contradictions are kept and named where they stand: logs do disagree, and
 * refusing them would make somebody choose before they know.
 */
export function refuseFuture(points: Milestones, now: Date): void {
  const fields = milestoneNames
    .filter((name) => (points[name] ?? now) > now)
    .map((name) => ({ field: `milestones.${name}`, message: `${milestones[name].label} lies in the future.` }))
  if (fields.length > 0) refuse({ kind: 'invalid', fields })
}
