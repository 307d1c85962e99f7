import type { z } from 'zod'
import type { Scope } from '#lib/actor.ts'
import { parse } from '#lib/command.ts'
import type { Context } from '#lib/context.ts'
import { problemOf } from './answer.ts'
import type { LimitName } from './limits.ts'
import type { Operation } from './operation.ts'
import type { DoorProblem } from './problem-response.ts'

/** What goes over the wire when it is no JSON object: a file, or lines as they come. */
export type Reply = {
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | string
  headers: Record<string, string>
  status?: 200 | 201
}
export type Streamed = { ok: true; value: Reply } | { ok: false; problem: DoorProblem }

export type Streaming = {
  /** What the answer is. */
  media: readonly string[]
  /** What the body may be; none for what only reads. */
  accepts: readonly string[]
  /** The body itself says what it is, and what its sender says does not count. */
  anyType: boolean
  respond: (context: Context, raw: unknown, request: Request) => Promise<Streamed>
}

type Given<Input extends z.ZodType> = {
  name: string
  summary: string
  scope: Scope
  input: Input
  output: z.ZodType
  media: readonly string[]
  limit?: LimitName
  accepts?: readonly string[]
  anyType?: boolean
  /** What is wrong with the body itself is a problem of the door; everything else is refused as ever. */
  run: (context: Context, input: z.output<Input>, request: Request) => Promise<Reply | DoorProblem>
}

/** Something that leaves as a file, or comes in as one. Its options stand in the address, since its body is not JSON. */
export function stream<Input extends z.ZodType>(given: Given<Input>): Operation {
  const { name, summary, scope, input, output, media, limit, accepts = [], anyType = false, run } = given
  return {
    name,
    summary,
    scope,
    input,
    output,
    limit: limit ?? null,
    with: {},
    example: null,
    location: null,
    kind: accepts.length > 0 ? 'command' : 'query',
    answer: () => Promise.reject(new Error(`${name} answers with a stream.`)),
    stream: {
      media,
      accepts,
      anyType,
      async respond(context, raw, request) {
        try {
          const reply = await run(context, parse(input, raw), request)
          return 'kind' in reply ? { ok: false, problem: reply } : { ok: true, value: reply }
        } catch (error) {
          return { ok: false, problem: problemOf(error) }
        }
      },
    },
  }
}

/** Text as it is made; what is not read is not made. */
export function streamed(pieces: AsyncGenerator<string, unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** A name nobody's browser or shell can be surprised by, in the old spelling and in the new. */
export function disposition(filename: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const plain =
    filename
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9._ -]+/g, '')
      .trim() || 'export'
  const exact = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`
}
