import { expect, test } from 'vitest'
import { isAged, matrixOf, needsEvidence, tallyOf } from './model.ts'

const now = new Date('2026-06-10T14:00:00Z')

test('an answer counts for half a year', () => {
  expect(isAged(new Date('2025-12-12T14:00:00Z'), now)).toBe(false)
  expect(isAged(new Date('2025-12-12T13:59:59Z'), now)).toBe(true)
})

test('what ends the question is shown, what leaves it open need not be', () => {
  expect(needsEvidence('mitigated')).toBe(true)
  expect(needsEvidence('not_applicable')).toBe(true)
  expect(needsEvidence('exposed')).toBe(false)
  expect(needsEvidence('unknown')).toBe(false)
})

test('mechanisms down, services across, and nothing where nobody asked', () => {
  const cell = (mechanism: string, slug: string) => ({ mechanism, service: { slug }, state: 'exposed' as const })
  const [a1, a2, b2] = [cell('a', 'one'), cell('a', 'two'), cell('b', 'two')]
  expect(matrixOf([a1, a2, b2])).toEqual({
    services: [{ slug: 'one' }, { slug: 'two' }],
    rows: [
      { mechanism: 'a', cells: [a1, a2] },
      { mechanism: 'b', cells: [null, b2] },
    ],
  })
  expect(matrixOf([])).toEqual({ services: [], rows: [] })
})

test('answers are counted, and so is silence', () => {
  expect(tallyOf([{ state: 'exposed' }, { state: 'unanswered' }, { state: 'exposed' }])).toEqual({
    ...{ exposed: 2, unanswered: 1, unknown: 0, mitigated: 0, not_applicable: 0 },
  })
})
