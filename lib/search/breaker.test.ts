import { describe, expect, test } from 'vitest'
import { breaker } from './breaker.ts'

const works = async () => 'an answer'
const fails = () => Promise.reject(new Error('It broke.'))

function at(start = 0) {
  let now = start
  const said: string[] = []
  return {
    fuse: breaker({ clock: () => now, report: (sentence) => said.push(sentence) }),
    later: (ms: number) => {
      now += ms
    },
    said,
  }
}

describe('a breaker', () => {
  test('lets through what works', async () => {
    const { fuse } = at()
    expect(await fuse.attempt(works, 100)).toBe('an answer')
    expect(fuse.isOpen()).toBe(false)
  })

  test('leaves alone what failed, longer each time, and says so once', async () => {
    const { fuse, later, said } = at()
    for (const restMs of [2_000, 4_000, 8_000]) {
      expect(await fuse.attempt(fails, 100)).toBeNull()
      later(restMs - 1)
      expect(await fuse.attempt(works, 100)).toBeNull()
      later(1)
      expect(fuse.isOpen()).toBe(false)
    }
    expect(said).toHaveLength(1)
    expect(await fuse.attempt(works, 100)).toBe('an answer')
    expect(await fuse.attempt(fails, 100)).toBeNull()
    later(2_000)
    expect(await fuse.attempt(works, 100)).toBe('an answer')
  })

  test('only one tries again, the others do not wait for it', async () => {
    const { fuse, later } = at()
    await fuse.attempt(fails, 100)
    later(2_000)
    let answer: (value: string) => void = () => undefined
    const trying = fuse.attempt(() => new Promise<string>((resolve) => (answer = resolve)), 10_000)
    expect(await fuse.attempt(works, 100)).toBeNull()
    answer('at last')
    expect(await trying).toBe('at last')
    expect(await fuse.attempt(works, 100)).toBe('an answer')
  })

  test('what never answers is given up', async () => {
    const { fuse } = at()
    expect(await fuse.attempt(() => new Promise(() => undefined), 1)).toBeNull()
    expect(fuse.isOpen()).toBe(true)
  })
})
