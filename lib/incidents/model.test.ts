import { describe, expect, test } from 'vitest'
import { contradictions, type Milestones } from './model.ts'

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
