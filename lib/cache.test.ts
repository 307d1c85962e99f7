import { expect, test } from 'vitest'
import { createCache } from '#lib/cache.ts'

test('forgets what was used longest ago once the weight is reached', () => {
  const cache = createCache<string>({ max: 10, now: () => 0 })
  cache.set('a', 'A', { weight: 4 })
  cache.set('b', 'B', { weight: 4 })
  expect(cache.get('a')).toBe('A')
  cache.set('c', 'C', { weight: 4 })
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C'])
})

test('a value set again counts once', () => {
  const cache = createCache<string>({ max: 10, now: () => 0 })
  for (const value of ['A', 'B', 'C']) cache.set('a', value, { weight: 4 })
  cache.set('b', 'B', { weight: 6 })
  expect(['a', 'b'].map((key) => cache.get(key))).toEqual(['C', 'B'])
})

test('a value heavier than the cache is not kept', () => {
  const cache = createCache<string>({ max: 10, now: () => 0 })
  cache.set('a', 'A', { weight: 11 })
  expect(cache.get('a')).toBeUndefined()
})

test('a value with a life ends with it', () => {
  let time = 0
  const cache = createCache<string>({ max: 10, now: () => time })
  cache.set('a', 'A', { weight: 1, lifeMs: 100 })
  time = 99
  expect(cache.get('a')).toBe('A')
  time = 100
  expect(cache.get('a')).toBeUndefined()
})
