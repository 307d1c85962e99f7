import { refuse } from '#lib/problem.ts'
import { contradictions, type Milestone, type Milestones, milestoneNames } from './model.ts'

type Columns = Record<`${Milestone}At`, Date | null>

/** Milestones as the table spells them: `detected` is the column `detectedAt`. */
export function milestoneColumns(points: { [M in Milestone]?: Date | null | undefined }): Partial<Columns> {
  return Object.fromEntries(
    milestoneNames.flatMap((name) => (points[name] === undefined ? [] : [[`${name}At`, points[name]]])),
  )
}

export const milestonesOf = (row: Columns): Required<Milestones> =>
  Object.fromEntries(milestoneNames.map((name) => [name, row[`${name}At`]])) as Required<Milestones>

/** Impossible orders are refused where they stand, before anything is stored. */
export function refuseContradictions(points: Milestones, now: Date): void {
  const found = contradictions(points, now)
  if (found.length > 0)
    refuse({
      kind: 'invalid',
      fields: found.map(({ milestone, message }) => ({ field: `milestones.${milestone}`, message })),
    })
}
