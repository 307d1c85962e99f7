import { all, type Decision, when } from '#lib/decision.ts'
import { addDays } from '#lib/time.ts'
import type { AbortRule } from './plan-rows.ts'
import type { Environment, ExerciseKind, ExerciseState, Fault, Outcome } from './vocabulary.ts'
import { faults } from './vocabulary.ts'

/**
 * An exercise puts a belief to the test on purpose, before the night does: if this happens to that, users notice nothing,
 * because of this. It says beforehand what would stop it, how far it may reach and what must be true to begin, and
 * afterwards whether the belief held, whether anybody was told, and whether what was written down helped. What it showed
 * is evidence, and evidence ages: systems change, so it counts for a time and then waits to be run again.
 */
export type Hypothesis = {
  fault: Fault | null
  faultNote: string
  target: string
  size: string
  holds: string
  because: string
  signal: string
  withinMinutes: number | null
}

/** The sentence that is tested, from its parts. */
export function hypothesisOf({ fault, faultNote, target, size, holds, because, signal, withinMinutes }: Hypothesis) {
  const what = faultNote || (fault ? lowerFirst(faults[fault]) : 'something fails')
  const first = [
    `If ${what} happens to ${target}`,
    size && ` at ${size}`,
    `, then ${holds}`,
    because && ` because ${because}`,
  ]
  const seen = signal && `We will see ${signal}${withinMinutes === null ? '' : ` within ${withinMinutes} min`}.`
  return [`${first.filter(Boolean).join('')}.`, seen].filter(Boolean).join(' ')
}

const lowerFirst = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

const stateWords: Record<ExerciseState, string> = {
  planned: 'It has not begun.',
  running: 'It is running.',
  finished: 'It is finished.',
  called_off: 'It was called off. Plan another.',
}

export const mayPlan = ({ state }: { state: ExerciseState }): Decision =>
  when(state === 'planned', `${stateWords[state]} The plan stays as it was.`)

export const mayLog = ({ state }: { state: ExerciseState }): Decision =>
  when(state === 'running' || state === 'finished', stateWords[state])

export const mayFinish = ({ state }: { state: ExerciseState }): Decision => when(state === 'running', stateWords[state])

export const mayCallOff = ({ state }: { state: ExerciseState }): Decision =>
  when(state === 'planned', stateWords[state])

export const mayFind = mayLog

type Ready = { state: ExerciseState; environment: Environment; abortRules: readonly AbortRule[] }

/** In production nobody is faster than a machine at letting go. */
export const mayStart = ({ state, environment, abortRules }: Ready): Decision =>
  all(
    when(state === 'planned', stateWords[state]),
    when(
      environment !== 'production' || abortRules.some(({ automatic }) => automatic),
      'In production something must stop it by itself. Add an automatic abort rule to the plan first.',
    ),
  )

type Aged = { kind: ExerciseKind; tier: number | null; outcome: Outcome | null; endedAt: string | null }

/** How long what was shown counts: a quarter for what carries everything, longer for the rest and for what is heavy to repeat. */
export function validDays(kind: ExerciseKind, tier: number | null): number {
  if (kind === 'tabletop') return 365
  if (kind === 'load_test' || kind === 'failover') return tier === 0 ? 180 : 365
  return tier === 0 ? 90 : tier === 1 ? 180 : 365
}

/** The last day it counts. Only what came to a result is evidence; `endedAt` is a day. */
export function validUntil({ kind, tier, outcome, endedAt }: Aged): string | null {
  if (!endedAt || (outcome !== 'confirmed' && outcome !== 'disproved')) return null
  return addDays(endedAt, validDays(kind, tier))
}

export type Evidence = 'none' | 'current' | 'due' | 'aged'

/** A month before it ends it is due to be run again. */
export function evidenceOf(until: string | null, today: string): Evidence {
  if (!until) return 'none'
  if (until < today) return 'aged'
  return addDays(today, DUE_DAYS) >= until ? 'due' : 'current'
}

const DUE_DAYS = 30
