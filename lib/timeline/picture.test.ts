import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packed, textWidth } from './packing.ts'
import { pictureOf } from './picture.ts'

const zone = 'Europe/Lisbon'
const entry = (at: string, kind = 'observation', text = 'Something was seen here') => ({ at, kind, text })
const window = { startedAt: '2026-06-10T12:00:00Z', endedAt: '2026-06-10T12:40:00Z', scope: 'All', failingShare: 0.38 }

describe('the picture', () => {
  test('needs two moments', () => {
    const one = { timeline: [entry('2026-06-10T12:00:00Z')], points: {}, windows: [], zone }
    expect(pictureOf(one)).toBeNull()
    expect(pictureOf({ ...one, windows: [window] })).not.toBeNull()
  })

  test('has a lane for each group that has entries, and shades the phases', () => {
    const picture = pictureOf({
      timeline: [
        entry('2026-06-10T11:58:00Z', 'trigger'),
        entry('2026-06-10T12:04:00Z', 'alert'),
        entry('2026-06-10T12:30:00Z', 'rollback'),
        entry('2026-06-10T12:31:00Z', 'of another version'),
      ],
      points: {
        impactStarted: new Date('2026-06-10T12:00:00Z'),
        detected: new Date('2026-06-10T12:04:00Z'),
        mitigated: new Date('2026-06-10T12:40:00Z'),
      },
      windows: [window, { ...window, endedAt: null }],
      zone,
    })
    expect(picture?.lanes.map(({ lane, marks }) => [lane, marks.length])).toEqual([
      ['system', 1],
      ['detection', 1],
      ['response', 2],
    ])
    expect(picture?.phases.map(({ name }) => name)).toEqual(['unnoticed', 'responding'])
    expect(picture?.windows.map(({ label, open }) => [label, open])).toEqual([
      ['All, 38 % failing', false],
      ['All, 38 % failing', true],
    ])
  })

  test('breaks the axis where it was quiet for long, and says for how long', () => {
    const timeline = ['2026-04-01T00:00:00Z', '2026-06-10T12:00:00Z', '2026-06-10T12:30:00Z', '2026-06-10T13:00:00Z']
    const picture = pictureOf({ timeline: timeline.map((at) => entry(at)), points: {}, windows: [], zone })
    expect(picture?.axis.breaks.map(({ label }) => label)).toEqual(['70 d 12 h'])
    expect(picture?.axis.ticks.map(({ label }) => label)).toContain('13:00')
  })

  test.each([
    ['Asia/Kathmandu', '17:50'],
    ['Australia/Lord_Howe', '22:30'],
    ['America/New_York', '08:00'],
  ])('stands on round times of the clock in %s', (place, label) => {
    const timeline = [entry('2026-06-10T12:00:00Z'), entry('2026-06-10T12:50:00Z')]
    const labels = pictureOf({ timeline, points: {}, windows: [], zone: place })?.axis.ticks.map((tick) => tick.label)
    expect(labels?.[0]).toBe(label)
    expect(labels?.every((each) => Number(each.slice(3)) % 5 === 0)).toBe(true)
  })
})

const shown = { left: 112, right: 868 }
const places = fc.array(fc.record({ x: fc.integer({ min: 122, max: 858 }), text: fc.string({ maxLength: 60 }) }), {
  minLength: 1,
  maxLength: 120,
})

test('labels never lie over each other or beyond the edge, and every entry is in some mark', () => {
  fc.assert(
    fc.property(places, (given) => {
      const entries = given.map((each, index) => ({ ...each, number: index + 1, kind: 'action' }))
      const { marks } = packed(entries, shown)
      expect(
        marks.reduce((sum, { title }) => sum + (title.match(/(?:^|\n)\d+\. /g)?.length ?? 0), 0),
      ).toBeGreaterThanOrEqual(given.length)
      for (const row of new Set(marks.map(({ y }) => y))) {
        const boxes = marks
          .filter(({ y, label }) => y === row && label !== '')
          .map(({ labelX, label }) => [labelX, labelX + textWidth(label)] as const)
          .sort((a, b) => a[0] - b[0])
        for (const [index, [from, to]] of boxes.entries()) {
          expect(to).toBeLessThanOrEqual(shown.right + 0.01)
          expect(from).toBeGreaterThanOrEqual(shown.left - 0.01)
          const next = boxes[index + 1]
          if (next) expect(next[0]).toBeGreaterThanOrEqual(to)
        }
      }
    }),
    { numRuns: 300 },
  )
})
