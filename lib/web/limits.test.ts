import { expect, test } from 'vitest'
import { limits, spend } from './limits.ts'

const clock = { at: 0, now: () => clock.at }
const count = (times: number, key: string) =>
  Array.from({ length: times }, () => spend('anonymous', key, clock)).filter(({ allowed }) => allowed).length

test('as many as the limit at once, then one for each share of the time', () => {
  const { most, perSeconds } = limits.anonymous
  expect(count(most * 2, 'one')).toBe(most)
  const refused = spend('anonymous', 'one', clock)
  expect(refused).toMatchObject({ allowed: false, left: 0, retryAfterSeconds: 1, resetSeconds: perSeconds })
  clock.at += (perSeconds / most) * 1000
  expect(count(2, 'one')).toBe(1)
  clock.at += perSeconds * 10_000
  expect(count(most * 2, 'one')).toBe(most)
})

test('neighbours do not share, and a clock that jumps back gives nothing', () => {
  expect(count(limits.anonymous.most, 'two')).toBe(limits.anonymous.most)
  expect(count(1, 'three')).toBe(1)
  clock.at -= 1_000_000
  expect(count(1, 'two')).toBe(0)
})

test('however many keys somebody makes up, the memory has an end', () => {
  for (let index = 0; index < 25_000; index += 1) spend('anonymous', `made-up ${index}`, clock)
  const kept = (globalThis as { [key: symbol]: Map<string, unknown> })[Symbol.for('firebreak.limits')]
  expect(kept?.size).toBe(20_000)
})
