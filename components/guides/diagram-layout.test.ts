import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BOX, layOut, wrap } from '#components/guides/diagram-layout.ts'

const node = (id: string, column: number, row = 0) => ({ id, column, row, label: id })

test('boxes stand on a grid and the drawing holds them all', () => {
  const { nodes, width, height } = layOut({ nodes: [node('a', 0), node('b', 3, 1)], edges: [] })
  for (const { x, y } of nodes) {
    expect(x + BOX.width).toBeLessThan(width)
    expect(y + BOX.height).toBeLessThan(height)
  }
})

test('arrows touch the sides that face each other', () => {
  const nodes = [node('a', 0), node('b', 1), node('c', 1, 1), node('d', 3)]
  const path = (from: string, to: string) => layOut({ nodes, edges: [{ from, to }] }).edges[0]?.path
  expect(path('a', 'b')).toBe('M136 39H176')
  expect(path('b', 'a')).toBe('M176 39H136')
  expect(path('b', 'c')).toBe('M242 74v46')
  expect(path('c', 'b')).toBe('M242 120v-46')
  expect(path('a', 'c')).toBe('M136 39H156v116H176')
  expect(path('d', 'a')).toBe('M586 74V92H70V74')
})

test('wrapping keeps every word and breaks only where it must', () => {
  expect(wrap('old version, also restarted', 22)).toEqual(['old version, also', 'restarted'])
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
      const lines = wrap(words.join(' '), 18)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(18)
    }),
  )
})
