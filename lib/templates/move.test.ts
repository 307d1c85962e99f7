import { expect, test } from 'vitest'
import { planMove } from './move.ts'

const written = (key: string, heading = key) => ({ key, heading, body: 'Text', untouched: false })
const blank = (key: string, heading = key) => ({ key, heading, body: '', untouched: true })
const asked = (...keys: string[]) => keys.map((key) => ({ key, heading: key }))

test('new questions are added, renamed ones keep their text, written ones that are not asked stand at the end', () => {
  const plan = planMove([written('a', 'Old A'), written('b'), blank('c')], asked('n', 'a'))
  expect(plan.added).toEqual(asked('n'))
  expect(plan.renamed).toEqual([{ key: 'a', from: 'Old A', to: 'a' }])
  expect(plan.kept).toEqual(asked('b'))
  expect(plan.dropped).toEqual(asked('c'))
  expect(plan.order).toEqual(asked('n', 'a', 'b'))
})

test('emptied text is kept too, because its history hangs on it', () => {
  expect(planMove([{ key: 'a', heading: 'a', body: '', untouched: false }], []).kept).toEqual(asked('a'))
})

test('the same questions change nothing', () => {
  const plan = planMove([written('a'), blank('b')], asked('a', 'b'))
  expect([plan.added, plan.renamed, plan.kept, plan.dropped]).toEqual([[], [], [], []])
})
