import { all, type Decision, when } from '#lib/decision.ts'
import type { ProgramState } from './vocabulary.ts'

/**
 * A program is what a company undertakes so that a class of incidents ends: one lead, one measurable objective, dates,
 * and sentences that must hold before it is over. It is proposed; chartered once somebody sponsors it and says what must
 * hold; active while it works; sustaining while everybody watches whether what it reached stays; and then closed. It can be
 * stopped at any time, with a reason. Each step is a row that is only ever added, and so is everything its health is
 * computed from, so that the health of any past day can be computed again.
 */
export type Standing = {
  state: ProgramState
  sponsorId: string | null
  exitCriteria: readonly string[]
  teams: number
  /** Milestones and KPIs that are part of it. */
  measures: number
  /** Days since it went into the state it is in. */
  days: number
}

const movedFrom: Record<ProgramState, readonly ProgramState[]> = {
  proposed: ['stopped'],
  chartered: ['proposed'],
  active: ['chartered', 'sustaining'],
  sustaining: ['active'],
  closed: ['sustaining'],
  stopped: ['proposed', 'chartered', 'active', 'sustaining'],
}

const words: Record<ProgramState, string> = {
  proposed: 'It is only proposed. Charter it first.',
  chartered: 'It is chartered and has not begun. Start it first.',
  active: 'It is active.',
  sustaining: 'It is sustaining what it reached.',
  closed: 'It is closed. Propose another one.',
  stopped: 'It was stopped. Propose it again first.',
}

/** A quarter: what was reached in one good month may be luck. */
export const SUSTAIN_DAYS = 90

export const mayMove = (program: Standing, to: ProgramState): Decision =>
  all(
    when(program.state !== to, words[to]),
    when(movedFrom[to].includes(program.state), words[program.state]),
    to === 'chartered' ? chartered(program) : { allowed: true },
    when(to !== 'active' || program.measures > 0, 'Give it a milestone or a KPI first: its health needs one.'),
    when(
      to !== 'closed' || program.days >= SUSTAIN_DAYS,
      `It is watched for ${SUSTAIN_DAYS} days before it closes; ${SUSTAIN_DAYS - program.days} are left.`,
    ),
  )

const chartered = ({ sponsorId, exitCriteria, teams }: Standing): Decision =>
  all(
    when(sponsorId !== null, 'Name a sponsor first: somebody who answers for it.'),
    when(exitCriteria.length > 0, 'Say first what must hold before it closes.'),
    when(teams > 0, 'Name at least one team that takes part first.'),
  )

/** Where a program could go next by the table, with the reason where something is missing. */
export const statesAhead = (program: Standing): { to: ProgramState; decision: Decision }[] =>
  (Object.keys(movedFrom) as ProgramState[])
    .filter((to) => movedFrom[to].includes(program.state))
    .map((to) => ({ to, decision: mayMove(program, to) }))

const ended = (state: ProgramState): boolean => state === 'closed' || state === 'stopped'

export const mayChange = ({ state }: { state: ProgramState }): Decision => when(!ended(state), words[state])

/** Health is computed of those that work, and of those whose result is watched. */
export const isRunning = (state: ProgramState): boolean => state === 'active' || state === 'sustaining'
