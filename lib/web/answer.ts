import type { z } from 'zod'
import { type Command, type Outcome, parse, perform } from '#lib/command.ts'
import { type Context, workIn } from '#lib/context.ts'
import { problemFromDatabase } from '#lib/db/errors.ts'
import { Refusal } from '#lib/problem.ts'
import { once } from './once.ts'

type Given<Input extends z.ZodType, Subject, Value> = {
  command: Command<Input, Subject, Value>
  raw: unknown
  /** With it, sending the same thing twice does it once. */
  key: string | null
  route: string
  /** The answer holds a secret that is shown once and is not kept for a second asking. */
  shownOnce: boolean
}

/** What both doors do with a command. The value is what its output schema lets through; bugs are thrown. */
export async function answer<Input extends z.ZodType, Subject, Value>(
  context: Context,
  { command, raw, key, route, shownOnce }: Given<Input, Subject, Value>,
): Promise<Outcome<Value>> {
  try {
    const input = parse(command.input, raw)
    const run = async (db: Parameters<Parameters<Context['transaction']>[0]>[0]) =>
      command.output.parse(await perform(workIn(context, db), command, input))
    if (key === null) return { ok: true, value: await context.transaction(run) }
    const respond = (value: Value) => (shownOnce ? null : value)
    const done = await once(context, { key, route, body: raw }, { run, respond })
    if (!done.replayed) return { ok: true, value: done.value }
    return shownOnce ? alreadyShown : { ok: true, value: command.output.parse(done.response) }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

const alreadyShown: Outcome<never> = {
  ok: false,
  problem: {
    kind: 'conflict',
    message: 'This was done already, and its secret was shown then. It cannot be shown again.',
  },
}

/** The problem behind an error; anything that is none of ours goes on as a bug. */
export function problemOf(error: unknown) {
  if (error instanceof Refusal) return error.problem
  const problem = problemFromDatabase(error)
  if (problem) return problem
  throw error
}
