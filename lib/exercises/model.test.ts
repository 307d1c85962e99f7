import { describe, expect, test } from 'vitest'
import {
  evidenceOf,
  hypothesisOf,
  mayCallOff,
  mayFinish,
  mayLog,
  mayPlan,
  mayStart,
  validDays,
  validUntil,
} from './model.ts'

const parts = {
  ...{ fault: 'kill' as const, faultNote: '', target: 'one resolver host', size: 'a third of the PoP' },
  ...{ holds: 'answers stay under 50 ms', because: 'anycast moves away', signal: 'the host alert', withinMinutes: 2 },
}

describe('the hypothesis', () => {
  test('is a sentence of its parts', () => {
    expect(hypothesisOf(parts)).toBe(
      'If process or host stopped happens to one resolver host at a third of the PoP, then answers stay under 50 ms because anycast moves away. We will see the host alert within 2 min.',
    )
  })
  test('is a sentence without the parts nobody filled', () => {
    expect(
      hypothesisOf({
        ...parts,
        fault: null,
        faultNote: 'a drain',
        size: '',
        because: '',
        signal: '',
        withinMinutes: null,
      }),
    ).toBe('If a drain happens to one resolver host, then answers stay under 50 ms.')
  })
})

describe('what can follow', () => {
  const states = ['planned', 'running', 'finished', 'called_off'] as const
  test.each([
    ['changing the plan', mayPlan, ['planned']],
    ['the log', mayLog, ['running', 'finished']],
    ['ending it', mayFinish, ['running']],
    ['calling it off', mayCallOff, ['planned']],
  ])('%s', (_, may, from) => {
    expect(states.filter((state) => may({ state }).allowed)).toEqual(from)
  })

  test('beginning in production needs something that stops it by itself', () => {
    const rule = { condition: 'errors above 1 %', by: 'the traffic controller', tested: false }
    const ready = { state: 'planned' as const, environment: 'production' as const }
    expect(mayStart({ ...ready, abortRules: [] })).toMatchObject({ reason: expect.stringContaining('automatic abort') })
    expect(mayStart({ ...ready, abortRules: [{ ...rule, automatic: false }] }).allowed).toBe(false)
    expect(mayStart({ ...ready, abortRules: [{ ...rule, automatic: true }] }).allowed).toBe(true)
    expect(mayStart({ ...ready, environment: 'staging', abortRules: [] }).allowed).toBe(true)
    expect(mayStart({ ...ready, state: 'running', environment: 'staging', abortRules: [] }).allowed).toBe(false)
  })
})

describe('how long it counts', () => {
  test.each([
    ['experiment', 0, 90],
    ['experiment', 1, 180],
    ['game_day', 2, 365],
    ['load_test', 0, 180],
    ['failover', null, 365],
    ['tabletop', 0, 365],
  ] as const)('%s on tier %s: %i days', (kind, tier, days) => expect(validDays(kind, tier)).toBe(days))

  test('only what came to a result is evidence', () => {
    const ended = { kind: 'experiment' as const, tier: 0, endedAt: '2026-03-01' }
    expect(validUntil({ ...ended, outcome: 'confirmed' })).toBe('2026-05-30')
    expect(validUntil({ ...ended, outcome: 'disproved' })).toBe('2026-05-30')
    expect(validUntil({ ...ended, outcome: 'aborted' })).toBeNull()
    expect(validUntil({ ...ended, outcome: 'inconclusive' })).toBeNull()
    expect(validUntil({ ...ended, outcome: 'confirmed', endedAt: null })).toBeNull()
  })

  test.each([
    [null, 'none'],
    ['2026-06-09', 'aged'],
    ['2026-06-10', 'due'],
    ['2026-07-10', 'due'],
    ['2026-07-11', 'current'],
  ])('until %s it is %s', (until, evidence) => expect(evidenceOf(until, '2026-06-10')).toBe(evidence))
})
