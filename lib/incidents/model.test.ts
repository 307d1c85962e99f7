import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contradictions, impactDuration, type Milestones, spanBetween, spans } from './model.ts'

const at = (clock: string) => new Date(`2026-06-10T${clock}:00Z`)
const now = at('20:00')

/** Worked out by hand from the clock times. */
const incident: Milestones = {
  faultIntroduced: new Date('2026-05-27T12:00:00Z'),
  triggered: at('11:54'),
  impactStarted: at('12:00'),
  detected: at('12:07'),
  paged: at('12:08'),
  acknowledged: at('12:11'),
  mitigated: at('12:39'),
  resolved: at('15:00'),
}

describe('spans', () => {
  const minutes = (points: Milestones) =>
    Object.fromEntries(
      Object.entries(spans).map(([name, span]) => {
        const found = spanBetween(points, span)
        return [name, found.known ? found.milliseconds / 60_000 : found.because]
      }),
    )

  test('are one subtraction each', () => {
    expect(minutes(incident)).toEqual({
      timeToDetect: 7,
      timeToAcknowledge: 3,
      timeToMitigate: 39,
      timeToResolve: 180,
      // 14 days less six minutes.
      dormancy: 14 * 24 * 60 - 6,
    })
  })

  test('are not worked out from what nobody knows', () => {
    expect(minutes({ ...incident, impactStarted: null, paged: null, acknowledged: null })).toMatchObject({
      timeToDetect: 'Impact started not known',
      timeToAcknowledge: 'Paged and Acknowledged not known',
      timeToMitigate: 'Impact started not known',
    })
  })

  test('keep their sign when somebody noticed before any impact', () => {
    expect(spanBetween({ ...incident, detected: at('11:57') }, spans.timeToDetect)).toEqual({
      known: true,
      milliseconds: -3 * 60_000,
      early: true,
    })
  })

  test('are not worked out from a contradiction', () => {
    expect(spanBetween({ ...incident, mitigated: at('11:00') }, spans.timeToMitigate)).toEqual({
      known: false,
      because: 'Mitigated stands before Impact started',
    })
  })
})

describe('contradictions', () => {
  const cases: [string, Milestones, string[]][] = [
    ['none', incident, []],
    ['nothing known', {}, []],
    ['noticed before any impact', { ...incident, detected: at('11:00') }, []],
    ['declared before it was noticed', { ...incident, declared: at('11:00') }, []],
    ['all at once', { triggered: at('12:00'), impactStarted: at('12:00'), mitigated: at('12:00') }, []],
    ['trigger after impact', { ...incident, triggered: at('12:01') }, ['impactStarted']],
    ['answered before the page', { ...incident, acknowledged: at('12:07') }, ['acknowledged']],
    [
      'over before it began, with the points between unknown',
      { impactStarted: at('12:00'), resolved: at('11:00') },
      ['resolved'],
    ],
    [
      'fault after impact, trigger unknown',
      { faultIntroduced: at('13:00'), impactStarted: at('12:00') },
      ['impactStarted'],
    ],
    [
      'two in the wrong place',
      { ...incident, mitigated: at('11:59'), resolved: at('11:58') },
      ['mitigated', 'resolved'],
    ],
    ['not yet', { detected: at('20:01') }, ['detected']],
  ]
  test.each(cases)('%s', (_, points, expected) => {
    expect(contradictions(points, now).map(({ milestone }) => milestone)).toEqual(expected)
  })
})

describe('the time somebody was affected', () => {
  const window = (start: string, end: string | null) => ({
    startedAt: at(start),
    endedAt: end === null ? null : at(end),
  })
  const cases: [string, ReturnType<typeof window>[], number | null][] = [
    ['one window', [window('12:00', '12:39')], 39],
    ['two apart', [window('12:00', '12:10'), window('13:00', '13:05')], 15],
    ['two that overlap', [window('12:00', '12:30'), window('12:20', '12:40')], 40],
    ['one inside another', [window('12:00', '13:00'), window('12:10', '12:20')], 60],
    ['two that touch, out of order', [window('12:30', '13:00'), window('12:00', '12:30')], 60],
    ['one that is not over', [window('12:00', '12:30'), window('13:00', null)], null],
    ['none', [], null],
  ]
  test.each(cases)('%s', (_, windows, expected) => {
    const duration = impactDuration(windows)
    expect(duration === null ? null : duration / 60_000).toBe(expected)
  })

  test('is never more than the sum and never less than the longest', () => {
    const span = fc.tuple(fc.nat(5000), fc.nat(500)).map(([start, length]) => [start, start + length] as const)
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), (given) => {
        const windows = given.map(([start, end]) => ({ startedAt: new Date(start), endedAt: new Date(end) }))
        const covered = new Set(
          given.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)),
        )
        expect(impactDuration(windows)).toBe(covered.size)
      }),
    )
  })
})
