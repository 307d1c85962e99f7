import { describe, expect, test } from 'vitest'
import { readJournal } from './journal.ts'
import { readLog } from './log-lines.ts'

const journal = {
  'chaoslib-version': '1.41.0',
  platform: 'Linux',
  status: 'completed',
  deviated: false,
  start: '2026-06-02T10:00:00.123456',
  end: '2026-06-02T10:12:30.5',
  duration: 750.4,
  experiment: {
    title: 'Does the resolver survive a lost host?',
    'steady-state-hypothesis': { title: 'Fast', probes: [] },
  },
  steady_states: {
    before: { steady_state_met: true, probes: [] },
    after: { steady_state_met: true, probes: [] },
    during: [],
  },
  run: [
    {
      activity: { type: 'action', name: 'stop one host', provider: { type: 'process' } },
      status: 'succeeded',
      start: '2026-06-02T10:01:00',
      end: '2026-06-02T10:01:05',
      output: { anything: [1, 2] },
    },
    { activity: { type: 'probe', name: 'answers in time' }, status: 'succeeded', tolerance_met: true },
  ],
  rollbacks: [
    { activity: { type: 'action', name: 'start the host' }, status: 'succeeded', start: '2026-06-02T10:12:00' },
  ],
}
const read = (more: object) => readJournal(JSON.stringify({ ...journal, ...more }))

describe('a journal', () => {
  test('tells when it ran, its steps and that it held', () => {
    expect(read({})).toEqual({
      startedAt: new Date('2026-06-02T10:00:00.123Z'),
      endedAt: new Date('2026-06-02T10:12:30.500Z'),
      outcome: 'confirmed',
      summary:
        'Does the resolver survive a lost host?: completed, did not deviate from its steady state. Steady state before: met. Steady state after: met.',
      entries: [
        { at: new Date('2026-06-02T10:01:00Z'), text: 'stop one host: succeeded' },
        { at: new Date('2026-06-02T10:00:00.123Z'), text: 'answers in time: succeeded' },
        { at: new Date('2026-06-02T10:12:00Z'), text: 'Rollback: start the host: succeeded' },
      ],
    })
  })

  test.each([
    ['completed', false, 'confirmed'],
    ['completed', true, 'disproved'],
    ['failed', false, 'inconclusive'],
    ['failed', true, 'disproved'],
    ['aborted', false, 'aborted'],
    ['interrupted', false, 'aborted'],
  ])('%s, deviated %s: %s', (status, deviated, outcome) => {
    expect(read({ status, deviated })).toMatchObject({ outcome })
  })

  test.each([
    ['no JSON', 'hello', 'This is not JSON'],
    ['a list', '[]', 'The journal cannot be read'],
    ['no status', JSON.stringify({ ...journal, status: 'great' }), 'at status'],
    ['no verdict', JSON.stringify({ ...journal, deviated: 'no' }), 'at deviated'],
    ['no start', JSON.stringify({ ...journal, start: 'yesterday' }), 'at start'],
    ['its end first', JSON.stringify({ ...journal, end: '2026-06-01T00:00:00' }), 'ends before it starts'],
    ['too many steps', JSON.stringify({ ...journal, run: Array(501).fill(journal.run[0]) }), 'at most 500 steps'],
  ])('%s is refused with a sentence', (_, text, said) => {
    expect(readJournal(text)).toEqual({ problem: expect.stringContaining(said) })
  })
})

describe('the run log', () => {
  const now = new Date('2026-06-10T14:00:00Z')
  const startedAt = new Date('2026-06-10T13:30:00Z')
  const around = { zone: 'UTC', now, startedAt, after: startedAt, running: true }

  test('takes times, steps from the line before, and now', () => {
    expect(readLog('13:40 Host stopped\n+5m Alert fired\n\nTraffic is back', around)).toEqual({
      entries: [
        { at: new Date('2026-06-10T13:40:00Z'), text: 'Host stopped' },
        { at: new Date('2026-06-10T13:45:00Z'), text: 'Alert fired' },
        { at: now, text: 'Traffic is back' },
      ],
    })
  })
  test.each([
    ['', 'Write what happened.'],
    ['2026-06-11 14:30 Later', 'This is still to come'],
    ['13:40', 'Say what happened'],
  ])('refuses %o', (lines, said) => {
    expect(readLog(lines, around)).toEqual({ problem: expect.stringContaining(said) })
  })
  test('what is added afterwards says when it was', () => {
    expect(readLog('Traffic is back', { ...around, running: false })).toEqual({
      problem: 'It is over, so say when this was: Traffic is back',
    })
  })
})
