import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

async function* cut(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  let start = 0
  for (const size of sizes) {
    yield bytes.subarray(start, start + size)
    start += size
  }
  yield bytes.subarray(start)
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<string[]> {
  const lines: string[] = []
  for await (const line of linesOf(stream)) lines.push(line)
  return lines
}

test('lines come out as they went in, wherever the pieces were cut', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replaceAll('\n', ' '))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(9)), async (lines, sizes) => {
      const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join(''))
      expect(await collect(cut(bytes, sizes))).toEqual(lines)
    }),
  )
})

test('separators that people paste do not end a line', async () => {
  const bytes = new TextEncoder().encode('a\u2028b\u2029c\rd\ne')
  expect(await collect(cut(bytes, []))).toEqual(['a\u2028b\u2029c\rd', 'e'])
})
