import { describe, expect, test } from 'vitest'
import type { Milestones } from './model.ts'
import { layOut, phasesOf } from './phases.ts'

const at = (clock: string) => new Date(`2026-06-10T${clock}:00Z`)
const shape = (points: Milestones) =>
  phasesOf(points).map(({ name, start, end }) => [name, (end.getTime() - start.getTime()) / 60_000])

describe('phases', () => {
  const cases: [string, Milestones, [string, number][]][] = [
    [
      'every turn known',
      {
        triggered: at('11:50'),
        impactStarted: at('12:00'),
        detected: at('12:08'),
        mitigated: at('12:50'),
        resolved: at('15:00'),
      },
      [
        ['before', 10],
        ['unnoticed', 8],
        ['responding', 42],
        ['settling', 130],
      ],
    ],
    ['detection unknown', { impactStarted: at('12:00'), mitigated: at('12:50') }, [['affected', 50]]],
    [
      'noticed before any impact',
      { triggered: at('11:00'), detected: at('11:20'), impactStarted: at('12:00'), mitigated: at('12:10') },
      [
        ['before', 20],
        ['early', 40],
        ['responding', 10],
      ],
    ],
    [
      'detected as it began',
      { impactStarted: at('12:00'), detected: at('12:00'), mitigated: at('12:10') },
      [['responding', 10]],
    ],
    ['nothing but an end', { resolved: at('12:00') }, []],
    ['nothing', {}, []],
  ]
  test.each(cases)('%s', (_, points, expected) => {
    expect(shape(points)).toEqual(expected)
  })

  test('fill the strip and stay in proportion when all can be seen', () => {
    const phases = phasesOf({ impactStarted: at('12:00'), detected: at('12:15'), mitigated: at('13:00') })
    expect(layOut(phases)).toEqual({
      spans: [
        { x: 0, width: 0.25 },
        { x: 0.25, width: 0.75 },
      ],
      stretched: false,
    })
  })

  test('give a short one room and say so', () => {
    const phases = phasesOf({ impactStarted: at('12:00'), detected: at('12:01'), mitigated: at('22:00') })
    const { spans, stretched } = layOut(phases)
    expect(stretched).toBe(true)
    expect(spans[0]?.width).toBeGreaterThan(0.05)
    expect((spans[1]?.x ?? 0) + (spans[1]?.width ?? 0)).toBeCloseTo(1)
  })
})
