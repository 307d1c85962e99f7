import { expect, test } from 'vitest'
import { mayChange, mayMove, type Standing, SUSTAIN_DAYS, statesAhead } from './model.ts'
import { type ProgramState, programStates } from './vocabulary.ts'

const ready = (state: ProgramState, more: Partial<Standing> = {}): Standing => ({
  ...{ state, sponsorId: 'ada', exitCriteria: ['It holds.'], teams: 1, measures: 1, days: SUSTAIN_DAYS },
  ...more,
})

test.each<[ProgramState, ProgramState[]]>([
  ['proposed', ['chartered', 'stopped']],
  ['chartered', ['active', 'stopped']],
  ['active', ['sustaining', 'stopped']],
  ['sustaining', ['active', 'closed', 'stopped']],
  ['closed', []],
  ['stopped', ['proposed']],
])('what is %s can become %j', (state, next) => {
  const open = statesAhead(ready(state)).filter(({ decision }) => decision.allowed)
  expect(open.map(({ to }) => to)).toEqual(next)
})

test.each<[string, Standing, ProgramState, RegExp]>([
  ['a sponsor', ready('proposed', { sponsorId: null }), 'chartered', /sponsor/],
  ['exit criteria', ready('proposed', { exitCriteria: [] }), 'chartered', /must hold/],
  ['a team', ready('proposed', { teams: 0 }), 'chartered', /team/],
  ['something to measure', ready('chartered', { measures: 0 }), 'active', /milestone or a KPI/],
  ['a quarter of watching', ready('sustaining', { days: 89 }), 'closed', /1 are left/],
])('it needs %s', (_, standing, to, reason) => {
  const decision = mayMove(standing, to)
  expect(decision.allowed ? '' : decision.reason).toMatch(reason)
})

test('what cannot be done says why, and what has ended is not changed', () => {
  const states = Object.keys(programStates) as ProgramState[]
  for (const from of states)
    for (const to of states) {
      const decision = mayMove(ready(from), to)
      expect(decision.allowed || /[.]$/.test(decision.reason)).toBe(true)
    }
  expect(states.filter((state) => !mayChange({ state }).allowed)).toEqual(['closed', 'stopped'])
})
