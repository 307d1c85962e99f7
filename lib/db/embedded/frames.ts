/**
 * Cuts the bytes of a PostgreSQL client into batches the embedded server can run: whole messages only, the start-up packet
 * (which has no type byte) by itself, and no Terminate, because the one session outlives its clients.
 */
export function createFraming(): { push(chunk: Uint8Array): Uint8Array[] } {
  let rest = new Uint8Array(0)
  let started = false

  return {
    push(chunk) {
      const bytes = rest.length ? concat(rest, chunk) : chunk
      const batches: Uint8Array[] = []
      let from = 0
      let position = 0
      const cut = () => {
        if (position > from) batches.push(bytes.slice(from, position))
      }
      for (;;) {
        const end = messageEnd(bytes, position, started)
        if (end === undefined) break
        if (started && bytes[position] === TERMINATE) {
          cut()
          from = end
        }
        position = end
        if (!started) {
          cut()
          from = position
          started = true
        }
      }
      cut()
      rest = bytes.slice(position)
      return batches
    },
  }
}

/** A simple query message, for the few statements the server runs on its own account. */
export function simpleQuery(sql: string): Uint8Array {
  const text = new TextEncoder().encode(sql)
  const message = new Uint8Array(text.length + 6)
  message[0] = QUERY
  new DataView(message.buffer).setInt32(1, text.length + 5)
  message.set(text, 5)
  return message
}

/** True when the answer holds an ErrorResponse. */
export function failed(answer: Uint8Array): boolean {
  for (let position = 0; position < answer.length; ) {
    if (answer[position] === ERROR) return true
    const end = messageEnd(answer, position, true)
    if (end === undefined) return false
    position = end
  }
  return false
}

const TERMINATE = 0x58
const QUERY = 0x51
const ERROR = 0x45

function messageEnd(bytes: Uint8Array, position: number, typed: boolean): number | undefined {
  const header = position + (typed ? 1 : 0)
  if (bytes.length < header + 4) return undefined
  const end = header + new DataView(bytes.buffer, bytes.byteOffset).getInt32(header)
  return end <= bytes.length ? end : undefined
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
