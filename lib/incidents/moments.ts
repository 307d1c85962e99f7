import type { z } from 'zod'
import { type FieldProblem, refuse } from '#lib/problem.ts'
import { type Moment, settle } from '#lib/wall-clock.ts'
import type { FactsInput } from './fact-schema.ts'
import { type Milestone, milestoneNames } from './model.ts'
import type { RecordIncidentInput } from './schema.ts'

type Given = Partial<
  Pick<z.output<typeof RecordIncidentInput>, 'milestones' | 'windows'> & Pick<FactsInput, 'mitigations' | 'roles'>
>
type Settled<Row, Ends extends keyof Row> = Omit<Row, Ends | 'remove'> & { [E in Ends]: Date | null }

/**
 * Everything with a time in it as instants, without the rows that are to go. Times without their distance from UTC are
 * read in that zone; all that fail are named.
 */
export function settleTimes({ milestones = {}, windows = [], mitigations = [], roles = [] }: Given, zone: string) {
  const problems: FieldProblem[] = []
  const read = (moment: Moment | null | undefined, field: string): Date | null => {
    if (!moment) return null
    const settled = settle(moment, zone)
    if ('at' in settled) return settled.at
    problems.push({ field, message: settled.problem })
    return null
  }
  const inOrder = (start: Date | null, end: Date | null, problem: FieldProblem) => {
    if (start && end && end < start) problems.push(problem)
  }
  const points: { [M in Milestone]?: Date | null } = {}
  for (const name of milestoneNames)
    if (milestones[name] !== undefined) points[name] = read(milestones[name], `milestones.${name}`)
  const settled = {
    milestones: points,
    windows: staying(windows).map(({ row: { remove: _, ...window }, field }) => {
      const startedAt = read(window.startedAt, `windows.${field}.startedAt`) ?? new Date(0)
      const endedAt = read(window.endedAt, `windows.${field}.endedAt`)
      inOrder(startedAt, endedAt, { field: `windows.${field}.endedAt`, message: 'The window ends before it starts.' })
      return { ...window, startedAt, endedAt }
    }),
    mitigations: staying(mitigations).map(
      ({ row: { remove: _, ...row }, field }): Settled<typeof row, 'at'> => ({
        ...row,
        at: read(row.at, `mitigations.${field}.at`),
      }),
    ),
    roles: staying(roles).map(({ row: { remove: _, ...row }, field }): Settled<typeof row, 'from' | 'until'> => {
      const from = read(row.from, `roles.${field}.from`)
      const until = read(row.until, `roles.${field}.until`)
      inOrder(from, until, { field: `roles.${field}.until`, message: 'The role ends before it begins.' })
      return { ...row, from, until }
    }),
  }
  if (problems.length > 0) refuse({ kind: 'invalid', fields: problems })
  return settled
}

/** The rows that stay, each with the place it was sent at, which is how a form finds its way back. */
const staying = <Row extends { remove?: boolean | undefined }>(rows: readonly Row[]) =>
  rows.map((row, field) => ({ row, field })).filter(({ row }) => !row.remove)
