import type { z } from 'zod'
import { type FieldProblem, refuse } from '#lib/problem.ts'
import { type Moment, settle } from '#lib/wall-clock.ts'
import { type Milestone, milestoneNames } from './model.ts'
import type { RecordIncidentInput } from './schema.ts'

type Given = Pick<z.output<typeof RecordIncidentInput>, 'milestones' | 'windows'>
type SettledWindow = Omit<Given['windows'][number], 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null }

/** Milestones and windows as instants. Times without their distance from UTC are read in that zone; all that fail are named. */
export function settleTimes({ milestones, windows }: Given, zone: string) {
  const problems: FieldProblem[] = []
  const read = (moment: Moment | null | undefined, field: string): Date | null => {
    if (!moment) return null
    const settled = settle(moment, zone)
    if ('at' in settled) return settled.at
    problems.push({ field, message: settled.problem })
    return null
  }
  const points: { [M in Milestone]?: Date | null } = {}
  for (const name of milestoneNames)
    if (milestones[name] !== undefined) points[name] = read(milestones[name], `milestones.${name}`)
  const settled = windows.map((window, index): SettledWindow => {
    const startedAt = read(window.startedAt, `windows.${index}.startedAt`) ?? new Date(0)
    const endedAt = read(window.endedAt, `windows.${index}.endedAt`)
    if (endedAt && endedAt < startedAt)
      problems.push({ field: `windows.${index}.endedAt`, message: 'The window ends before it starts.' })
    return { ...window, startedAt, endedAt }
  })
  if (problems.length > 0) refuse({ kind: 'invalid', fields: problems })
  return { milestones: points, windows: settled }
}
