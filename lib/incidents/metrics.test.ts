import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  affectedStretches,
  calledAs,
  caughtEarly,
  impactDuration,
  impactEnd,
  type SeverityLine,
  spanOf,
  spans,
  timeInSeverity,
  type Window,
  weightedImpact,
} from './metrics.ts'
import type { Milestones } from './model.ts'

const at = (clock: string) => new Date(`2026-06-10T${clock}:00Z`)
const minutes = (milliseconds: number) => milliseconds / 60_000

/** Worked out by hand from the clock times. */
const incident: Milestones = {
  faultIntroduced: new Date('2026-05-27T12:00:00Z'),
  triggered: at('11:54'),
  impactStarted: at('12:00'),
  detected: at('12:07'),
  paged: at('12:08'),
  acknowledged: at('12:11'),
  declared: at('12:15'),
  engaged: at('12:18'),
  diagnosed: at('12:31'),
  mitigated: at('12:39'),
  resolved: at('15:00'),
  announced: at('12:45'),
}

describe('spans', () => {
  const all = (points: Milestones) =>
    Object.fromEntries(
      (Object.keys(spans) as (keyof typeof spans)[]).map((name) => {
        const found = spanOf(name, { milestones: points })
        return [name, found.known ? minutes(found.milliseconds) : found.because]
      }),
    )

  test('are one subtraction each', () => {
    expect(all(incident)).toEqual({
      timeToDetect: 7,
      timeToPage: 1,
      timeToAcknowledge: 3,
      timeToEngage: 10,
      timeToDiagnose: 24,
      timeToMitigate: 39,
      mitigationFromDetection: 32,
      timeToResolve: 180,
      timeToAnnounce: 45,
      announcementFromDeclaration: 30,
      // 14 days less six minutes.
      dormancy: 14 * 24 * 60 - 6,
    })
  })

  test('are not worked out from what nobody knows, and say which point that is', () => {
    expect(all({ ...incident, impactStarted: null, paged: null, acknowledged: null })).toMatchObject({
      timeToDetect: 'Impact started not known',
      timeToAcknowledge: 'Paged and Acknowledged not known',
      timeToEngage: 'Paged not known',
      timeToMitigate: 'Impact started not known',
      timeToDiagnose: 24,
    })
    expect(spanOf('timeToPage', { milestones: { detected: at('12:00') } })).toMatchObject({ points: ['paged'] })
  })

  test('keep their sign when somebody noticed before any impact', () => {
    expect(spanOf('timeToDetect', { milestones: { ...incident, detected: at('11:57') } })).toEqual({
      ...{ known: true, milliseconds: -3 * 60_000, early: true, assumed: false },
    })
  })

  test.each([
    ['timeToMitigate', { mitigated: at('11:00') }, 'Mitigated stands before Impact started'],
    ['mitigationFromDetection', { mitigated: at('12:01') }, 'Mitigated stands before Detected'],
    ['timeToAcknowledge', { acknowledged: at('12:00') }, 'Acknowledged stands before Paged'],
    ['dormancy', { faultIntroduced: at('11:55') }, 'Triggered stands before Fault introduced'],
  ] as const)('are not worked out from a contradiction: %s', (name, change, because) => {
    expect(spanOf(name, { milestones: { ...incident, ...change } })).toMatchObject({ known: false, because })
  })

  test('carry along that the beginning is only assumed', () => {
    const told = { milestones: incident, impactStartBasis: 'assumed' }
    expect(spanOf('timeToMitigate', told)).toMatchObject({ assumed: true })
    expect(spanOf('timeToAcknowledge', told)).toMatchObject({ assumed: false })
  })

  test('add up: detecting and then mitigating is mitigating, whenever the three are in order', () => {
    const point = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(point, point, point, (start, toDetect, toMitigate) => {
        const [a, b, c] = [start, start + toDetect, start + toDetect + toMitigate].map((ms) => new Date(ms))
        const points = { impactStarted: a ?? null, detected: b ?? null, mitigated: c ?? null }
        const of = (name: keyof typeof spans) => {
          const found = spanOf(name, { milestones: points })
          return found.known ? found.milliseconds : Number.NaN
        }
        expect(of('timeToDetect') + of('mitigationFromDetection')).toBe(of('timeToMitigate'))
      }),
    )
  })
})

const window = (start: string, end: string | null, shares: [number, number] | [] = []): Window => ({
  ...{ startedAt: at(start), endedAt: end === null ? null : at(end) },
  ...(shares.length === 2 && { trafficShare: shares[0], failingShare: shares[1] }),
})

describe('the time somebody was affected', () => {
  const cases: [string, Window[], number | null][] = [
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
    expect(duration === null ? null : minutes(duration)).toBe(expected)
  })

  test('is the length of the union', () => {
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

  test('is told in stretches that do not overlap, and ends with the last of them', () => {
    const windows = [window('12:20', '12:40'), window('12:00', '12:30'), window('14:00', '14:10')]
    expect(affectedStretches(windows)).toEqual([
      { start: at('12:00').getTime(), end: at('12:40').getTime() },
      { start: at('14:00').getTime(), end: at('14:10').getTime() },
    ])
    expect(impactEnd(windows)).toEqual(at('14:10'))
    expect(impactEnd([])).toBeNull()
    expect(impactEnd([window('12:00', null)])).toBeNull()
  })
})

describe('full-outage-equivalent minutes', () => {
  const cases: [string, Window[], number | string][] = [
    ['everything failing', [window('12:00', '12:30', [1, 1])], 30],
    // 40 minutes of half the traffic, a quarter of it failing.
    ['a part of a part', [window('12:00', '12:40', [0.5, 0.25])], 5],
    ['two at once add up', [window('12:00', '12:10', [0.3, 1]), window('12:00', '12:10', [0.2, 0.5])], 4],
    ['nothing failing', [window('12:00', '12:40', [0.5, 0])], 0],
    ['a share that nobody knows', [window('12:00', '12:40')], 'An impact window lacks its shares of traffic'],
    ['one that is not over', [window('12:00', null, [1, 1])], 'An impact window has no end yet'],
    ['none', [], 'No impact window is recorded'],
  ]
  test.each(cases)('%s', (_, windows, expected) => {
    const found = weightedImpact(windows)
    if (!found.known) expect(found.because).toBe(expected)
    else expect(minutes(found.milliseconds)).toBeCloseTo(Number(expected), 9)
  })

  test('are never more than the windows are long', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5000), fc.nat(500), share, share), { minLength: 1 }), (given) => {
        const windows = given.map(([start, length, trafficShare, failingShare]) => ({
          ...{ startedAt: new Date(start), endedAt: new Date(start + length), trafficShare, failingShare },
        }))
        const found = weightedImpact(windows)
        const sum = given.reduce((all, [, length]) => all + length, 0)
        expect(found.known && found.milliseconds <= sum + 1e-6).toBe(true)
      }),
    )
  })
})

describe('the severity', () => {
  const line = (severity: SeverityLine['severity'], clock: string | null): SeverityLine => ({
    severity,
    at: clock === null ? null : at(clock),
  })
  const log = [line('sev3', null), line('sev1', '12:30'), line('sev2', '13:00')]

  test('has a first, a worst and a last one', () => {
    expect(calledAs(log)).toEqual({ declared: 'sev3', peak: 'sev1', final: 'sev2' })
    expect(calledAs([log[2], log[0], log[1]].filter((one) => one !== undefined))).toEqual(calledAs(log))
    expect(calledAs([])).toBeNull()
  })

  const times = (points: Milestones, lines = log) => {
    const found = timeInSeverity(lines, points)
    if (!found.known) return found.because
    return Object.fromEntries(Object.entries(found.milliseconds).map(([name, ms]) => [name, minutes(ms)]))
  }
  const cases: [string, Milestones, SeverityLine[], unknown][] = [
    // 12:15 to 12:30, to 13:00, to 15:00.
    ['from the declaration to the resolution', incident, log, { sev3: 15, sev1: 30, sev2: 120 }],
    [
      'a verdict after the resolution takes no time',
      incident,
      [line('sev2', null), line('sev3', '18:00')],
      { sev2: 165 },
    ],
    [
      'called back again',
      incident,
      [line('sev2', null), line('sev1', '13:00'), line('sev2', '14:00')],
      { sev2: 105, sev1: 60 },
    ],
    ['a line before the declaration', incident, [line('sev2', null), line('sev1', '12:00')], { sev1: 165 }],
    ['not resolved', { ...incident, resolved: null }, log, 'Resolved not known'],
    ['neither', {}, log, 'Declared and Resolved not known'],
    ['a contradiction', { ...incident, resolved: at('12:00') }, log, 'Resolved stands before Declared'],
  ]
  test.each(cases)('%s', (_, points, lines, expected) => {
    expect(times(points, lines)).toEqual(expected)
  })

  test('of all lines together lasts from the declaration to the resolution', () => {
    const severity = fc.constantFrom('sev1', 'sev2', 'sev3', 'sev4' as const)
    fc.assert(
      fc.property(severity, fc.array(fc.tuple(severity, fc.nat(20_000))), (first, rest) => {
        const lines = [
          { severity: first, at: null },
          ...rest.map(([severity, ms]) => ({ severity, at: new Date(at('10:00').getTime() + ms * 1000) })),
        ]
        const found = timeInSeverity(lines, incident)
        const sum = found.known ? Object.values(found.milliseconds).reduce((all, ms) => all + ms, 0) : 0
        expect(minutes(sum)).toBe(165)
      }),
    )
  })
})

test('early is what was known before anybody was affected', () => {
  expect(caughtEarly(incident)).toBe(false)
  expect(caughtEarly({ ...incident, detected: at('11:59') })).toBe(true)
  expect(caughtEarly({ detected: at('12:00') })).toBeNull()
})
