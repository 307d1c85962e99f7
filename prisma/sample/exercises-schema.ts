import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'

const Anything = z.record(z.string(), z.unknown())
const daysAgo = z.number()
/** The key of a program. */
const program = z.string().optional()

const Risk = z.looseObject({
  ...{
    key: z.string(),
    program,
    daysAgo,
    by: z.string(),
    owner: z.string().optional(),
    incident: z.string().optional(),
  },
  targetDaysAhead: z.number().optional(),
  dependsOn: z.array(z.string()).default([]),
  tests: z.array(z.looseObject({ daysAgo, exercise: z.string().optional() })).default([]),
  treatment: z
    .looseObject({ daysAgo, kind: z.string(), approver: z.string().optional(), untilDaysAgo: z.number().optional() })
    .optional(),
})
const Exercise = z.looseObject({
  ...{ key: z.string(), program, plannedDaysAgo: z.number(), by: z.string(), owner: z.string() },
  risks: z.array(z.string()).default([]),
  preconditions: z.array(z.string()).default([]),
  log: z.array(z.string()).default([]),
  journal: z.strictObject({ minutes: z.number(), deviated: z.boolean(), steps: z.array(z.string()) }).optional(),
  result: Anything.optional(),
  calledOff: z.string().optional(),
  findings: z
    .array(
      z.looseObject({
        ...{ text: z.string(), severity: z.string(), mechanism: z.string().optional() },
        ...{ item: z.string().optional(), risk: Anything.optional() },
      }),
    )
    .default([]),
})
const Sweep = z.looseObject({
  ...{ mechanism: z.string(), program, daysAgo, scope: Anything, dueDays: z.number().optional() },
  closedAfterDays: z.number().optional(),
  answers: z.array(
    z.looseObject({ service: z.string(), by: z.string(), afterDays: z.number(), item: z.string().optional() }),
  ),
})

export type SampleRisk = z.output<typeof Risk>
export type SampleExercise = z.output<typeof Exercise>
export type SampleSweep = z.output<typeof Sweep>

export function readExercises() {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  const text = readFileSync(path.join(home, 'content', 'sample', 'exercises.yaml'), 'utf8')
  return z
    .strictObject({ risks: z.array(Risk), exercises: z.array(Exercise), sweeps: z.array(Sweep) })
    .parse(parseYaml(text))
}
