import type { FileIn } from './read.ts'
import { FILE_MAX, REQUEST_MAX } from './schema.ts'

/** A file of 1 MB as JSON, with every sign of it escaped. */
const LINE_MAX = 6 * FILE_MAX

/** Files as they arrive, one JSON object a line: `{"file": "2026/outage.md", "text": "---\n…"}`. */
export async function* filesFrom(body: AsyncIterable<Uint8Array>): AsyncGenerator<FileIn> {
  let number = 0
  for await (const line of linesFrom(body)) {
    number++
    if (line === null) return yield unreadable(number)
    const text = line.toString('utf8').trim()
    if (text) yield fileOf(text, number)
  }
}

function fileOf(line: string, number: number): FileIn {
  try {
    const given: unknown = JSON.parse(line)
    if (given !== null && typeof given === 'object' && 'file' in given && 'text' in given) {
      const { file, text } = given
      if (typeof file === 'string' && typeof text === 'string' && file.length <= 400 && text.length <= FILE_MAX)
        return { file, bytes: Buffer.from(text.toWellFormed()) }
    }
  } catch {}
  return unreadable(number)
}

const unreadable = (number: number): FileIn => ({
  file: `line ${number}`,
  bytes: new Uint8Array(),
  problem: 'This line is not a JSON object like {"file": "name.md", "text": "…"}, or it is longer than may be sent.',
})

/** Null for what is longer than a line may be, or beyond what one request may hold; nothing follows it. */
async function* linesFrom(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let [length, total] = [0, 0]
  for await (const chunk of body) {
    total += chunk.length
    if (total > REQUEST_MAX) return yield null
    let rest = Buffer.from(chunk)
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      yield Buffer.concat([...parts, rest.subarray(0, at)])
      rest = rest.subarray(at + 1)
      parts = []
      length = 0
    }
    parts.push(rest)
    length += rest.length
    if (length > LINE_MAX) return yield null
  }
  if (length > 0) yield Buffer.concat(parts)
}

/** The whole of a body, or null when it is more than that. */
export async function bytesFrom(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > most) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
