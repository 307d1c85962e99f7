import { z } from 'zod'
import type { Scope } from '#lib/actor.ts'
import { type Command, parse } from '#lib/command.ts'
import { type Context, read, type Work } from '#lib/context.ts'
import type { Page } from '#lib/page.ts'
import { type Answered, answer, problemOf } from './answer.ts'
import type { LimitName } from './limits.ts'
import type { Streaming } from './stream.ts'

/** What one method of one address does: enough to serve it and to describe it. */
export type Operation = {
  kind: 'command' | 'query'
  /** `postmortem.publish`, `postmortem.list`: unique, and the operationId. */
  name: string
  summary: string
  scope: Scope
  input: z.ZodType
  output: z.ZodType
  /** What the address alone decides, though the path does not spell it out. */
  with: Record<string, unknown>
  limit: LimitName | null
  answer: (context: Context, raw: unknown, key: string | null, route: string) => Promise<Answered<unknown>>
  example: Record<string, unknown> | null
  /** Where the thing that was made now lives; such an answer is a 201. */
  location: ((value: unknown) => string) | null
  /** For a file or lines instead of a JSON object. */
  stream?: Streaming
}

type CommandOptions<Value> = {
  /** Its own name, where one command serves two addresses. */
  as?: string
  /** A body for the description; a test holds it against the schema. */
  example?: Record<string, unknown>
  with?: Record<string, unknown>
  created?: (value: Value) => string
  /** The answer holds a secret, which is not kept for a second asking with the same Idempotency-Key. */
  shownOnce?: boolean
}

/** A command at an address. Parameters of the path override the body. */
export function endpoint<Input extends z.ZodType, Subject, Value>(
  command: Command<Input, Subject, Value>,
  { as, example, with: given = {}, created, shownOnce = false }: CommandOptions<Value> = {},
): Operation {
  const { name, summary, scope, input, output } = command
  return {
    kind: 'command',
    name: as ?? name,
    summary,
    scope,
    input,
    output,
    with: given,
    limit: null,
    example: example ?? null,
    answer: (context, raw, key, route) => answer(context, { command, raw, key, route, shownOnce }),
    // The value went through this command's own output schema.
    location: created ? (value) => created(value as Value) : null,
  }
}

type Query<Input extends z.ZodType, Output extends z.ZodType> = {
  name: string
  summary: string
  scope: Scope
  input: Input
  output: Output
  limit?: LimitName
  with?: Record<string, unknown>
  run: (work: Work, input: z.output<Input>) => Promise<z.input<Output>>
}

/** One thing, or a 404. */
export const get = <Input extends z.ZodType, Output extends z.ZodType>({ run, ...query }: Query<Input, Output>) =>
  ask({ ...query, ask: (context, input) => read(context, (work) => run(work, input)) })

type Asked<Input extends z.ZodType, Output extends z.ZodType> = Omit<Query<Input, Output>, 'run'> & {
  ask: (context: Context, input: z.output<Input>) => Promise<z.input<Output>>
}

/** One answer that takes more than one transaction, because another server is asked in between. */
export function ask<Input extends z.ZodType, Output extends z.ZodType>({
  ask: run,
  limit,
  with: given = {},
  ...query
}: Asked<Input, Output>): Operation {
  return {
    ...query,
    kind: 'query',
    limit: limit ?? null,
    location: null,
    with: given,
    example: null,
    async answer(context, raw) {
      try {
        const input = parse(query.input, raw)
        return { ok: true, value: query.output.parse(await run(context, input)) }
      } catch (error) {
        return { ok: false, problem: problemOf(error) }
      }
    },
  }
}

type List<Input extends z.ZodType, Item extends z.ZodType> = Omit<Query<Input, Item>, 'output' | 'run'> & {
  item: Item
  run: (work: Work, input: z.output<Input>) => Promise<Page<z.input<Item>>>
}

/** A page of things: `{ items, nextCursor }`. */
export const list = <Input extends z.ZodType, Item extends z.ZodType>({ item, ...query }: List<Input, Item>) =>
  get({ ...query, output: pageOut(item) })

const pageOut = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })
