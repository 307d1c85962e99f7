import { describe, expect, test } from 'vitest'
import { createFraming, failed, simpleQuery } from './frames.ts'

const STARTUP = Uint8Array.from([0, 0, 0, 9, 0, 3, 0, 0, 0])
const SYNC = Uint8Array.from([0x53, 0, 0, 0, 4])
const TERMINATE = Uint8Array.from([0x58, 0, 0, 0, 4])
const QUERY = simpleQuery('select 1')

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const cut = (chunks: Uint8Array[]) => {
  const framing = createFraming()
  return chunks.flatMap((chunk) => framing.push(chunk)).map((batch) => [...batch])
}

describe('framing', () => {
  test('runs the start-up packet by itself, and whole messages together', () => {
    expect(cut([join(STARTUP, QUERY, SYNC)])).toEqual([[...STARTUP], [...QUERY, ...SYNC]])
  })

  test('keeps the end of the session from the session that is shared', () => {
    expect(cut([STARTUP, join(QUERY, TERMINATE, SYNC), TERMINATE])).toEqual([[...STARTUP], [...QUERY], [...SYNC]])
  })

  test('says the same whatever way the bytes arrive', () => {
    const bytes = join(STARTUP, QUERY, SYNC, QUERY, TERMINATE)
    const expected = join(STARTUP, QUERY, SYNC, QUERY)
    for (let size = 1; size <= bytes.length; size++) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.slice(n * size, (n + 1) * size),
      )
      expect(cut(chunks).flat()).toEqual([...expected])
    }
  })
})

test('a simple query is its text, ended by a zero', () => {
  expect([...QUERY]).toEqual([0x51, 0, 0, 0, 13, ...Buffer.from('select 1'), 0])
})

test('an answer failed when an ErrorResponse is anywhere in it', () => {
  const notice = Uint8Array.from([0x4e, 0, 0, 0, 5, 0x45])
  const error = Uint8Array.from([0x45, 0, 0, 0, 5, 0])
  expect(failed(notice)).toBe(false)
  expect(failed(join(notice, error, SYNC))).toBe(true)
})
