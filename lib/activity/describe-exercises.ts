import type { EventData } from '#lib/events.ts'
import { formatDate } from '#lib/time.ts'
import type { Sentence } from './describe.ts'

type Told = Extract<keyof EventData, `risk.${string}` | `exercise.${string}` | `sweep.${string}`>

/** The register, exercises and exposure sweeps. */
export const exerciseSentences: { [N in Told]: (data: EventData[N]) => string | Sentence } = {
  'risk.recorded': ({ score }) => `added it to the register, with a score of ${score}`,
  'risk.updated': ({ changed }) => `changed ${named(changed)}`,
  'risk.treated': ({ kind, reason, until }) => ({
    did: `${treated[kind] ?? `decided: ${kind}`}${until ? ` until ${formatDate(until)}` : ''}`,
    quote: reason,
  }),
  'risk.fell_to_team': () => 'gave it to its team, because its owner left',
  'risk.tested': ({ testedOn, passed, note }) => ({
    did: `added the test of ${formatDate(testedOn)}: it ${passed ? 'took over' : 'did not take over'}`,
    quote: note,
  }),
  'exercise.planned': ({ plannedOn }) => `planned the exercise for ${formatDate(plannedOn)}`,
  'exercise.updated': ({ changed }) => `changed ${named(changed)} of the plan`,
  'exercise.started': () => 'began the exercise',
  'exercise.logged': ({ lines }) => `added ${lines === 1 ? 'a line' : `${lines} lines`} to the run log`,
  'exercise.finished': ({ outcome, note }) => ({ did: `ended the exercise: ${outcome}`, quote: note }),
  'exercise.called_off': ({ reason }) => ({ did: 'called the exercise off', quote: reason }),
  'exercise.found': ({ text, severity }) => ({ did: `added a finding (${severity})`, quote: text }),
  'exercise.journal_imported': ({ outcome, steps }) =>
    `imported the run with ${steps === 1 ? 'one step' : `${steps} steps`}: ${outcome}`,
  'sweep.opened': ({ services }) =>
    `opened the sweep and asked ${services === 1 ? 'one service' : `${services} services`}`,
  'sweep.answered': ({ service, answer, note }) => ({
    did: `answered for ${service}: ${answer.replaceAll('_', ' ')}`,
    quote: note,
  }),
  'sweep.closed': ({ note }) => ({ did: 'closed the sweep', quote: note }),
  'sweep.reopened': () => 'opened the sweep again',
}

const treated: Record<string, string> = {
  eliminate: 'decided to eliminate it',
  isolate: 'decided to isolate it',
  reduce: 'decided to reduce it',
  accept: 'had it accepted',
  resolve: 'said that it is resolved',
  reopen: 'opened it again',
}

/** `targetOn` → "target on": what a form calls it is near enough. */
const named = (changed: readonly string[]): string =>
  changed.map((field) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(', ') || 'nothing'
