import { z } from 'zod'
import type { Outcome } from './vocabulary.ts'

/**
 * The journal that Chaos Toolkit writes of a run. Only what is told here is read; everything else in the file is passed
 * over, because extensions add to it as they like.
 */
const text = z.string().max(20_000)
const Moment = z.iso.datetime({ offset: true, local: true })
const Probe = z.looseObject({ name: text.optional() })
const Run = z.looseObject({
  activity: z.looseObject({ type: text.optional(), name: text.optional() }),
  status: text.optional(),
  start: Moment.optional(),
  output: z.unknown().optional(),
  exception: z.unknown().optional(),
  tolerance_met: z.boolean().nullish(),
})
const Steady = z
  .looseObject({ steady_state_met: z.boolean().nullish(), probes: z.array(Run).max(200).default([]) })
  .nullish()

const Journal = z.looseObject({
  status: z.enum(['completed', 'failed', 'aborted', 'interrupted'], 'The journal has no status that is known here.'),
  deviated: z.boolean('The journal does not say whether it deviated.'),
  start: Moment,
  end: Moment.optional(),
  experiment: z
    .looseObject({
      title: text.optional(),
      'steady-state-hypothesis': z
        .looseObject({ title: text.optional(), probes: z.array(Probe).max(200).default([]) })
        .nullish(),
    })
    .optional(),
  steady_states: z.looseObject({ before: Steady, after: Steady }).optional(),
  run: z.array(Run).max(500, 'A journal can have at most 500 steps.').default([]),
  rollbacks: z.array(Run).max(200).default([]),
})

export type ReadJournal = {
  startedAt: Date
  endedAt: Date
  outcome: Outcome
  summary: string
  entries: { at: Date; text: string }[]
}

export function readJournal(json: string): ReadJournal | { problem: string } {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    return { problem: 'This is not JSON. Paste the whole journal.json.' }
  }
  const parsed = Journal.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      problem: `The journal cannot be read${issue ? ` at ${issue.path.join('.') || 'its start'}: ${issue.message}` : '.'}`,
    }
  }
  const { status, deviated, start, end, experiment, steady_states: steady, run, rollbacks } = parsed.data
  const startedAt = instant(start)
  const endedAt = end ? instant(end) : startedAt
  if (endedAt < startedAt) return { problem: 'The journal ends before it starts.' }
  return {
    startedAt,
    endedAt,
    outcome: outcomeOf(status, deviated),
    summary: [
      `${experiment?.title ?? 'The experiment'}: ${status}, ${deviated ? 'deviated' : 'did not deviate'} from its steady state.`,
      ...met('before', steady?.before),
      ...met('after', steady?.after),
    ]
      .join(' ')
      .slice(0, 2_000),
    entries: [
      ...run.map((step) => lineOf(step, startedAt, '')),
      ...rollbacks.map((step) => lineOf(step, endedAt, 'Rollback: ')),
    ],
  }
}

/** A run that did not get to its end says nothing of the belief; one that deviated does, however it ended. */
function outcomeOf(status: z.output<typeof Journal>['status'], deviated: boolean): Outcome {
  if (deviated) return 'disproved'
  if (status === 'completed') return 'confirmed'
  return status === 'failed' ? 'inconclusive' : 'aborted'
}

/** Its clock times carry no zone; the tool writes UTC. */
const instant = (time: string) => new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}Z`)

const met = (when: string, state: z.output<typeof Steady>): string[] =>
  state?.steady_state_met === undefined || state.steady_state_met === null
    ? []
    : [`Steady state ${when}: ${state.steady_state_met ? 'met' : 'not met'}.`]

function lineOf(step: z.output<typeof Run>, otherwise: Date, before: string): { at: Date; text: string } {
  const { activity, status, start, tolerance_met: tolerance } = step
  const name = activity.name ?? activity.type ?? 'step'
  const told = [status, tolerance === false ? 'tolerance not met' : ''].filter(Boolean).join(', ')
  return { at: start ? instant(start) : otherwise, text: `${before}${name}${told ? `: ${told}` : ''}`.slice(0, 2_000) }
}
