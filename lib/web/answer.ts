import type { z } from 'zod'
import { type Command, type Outcome, parse, perform } from '#lib/command.ts'
import { type Context, type Db, workIn } from '#lib/context.ts'
import { problemFromDatabase, sqlState } from '#lib/db/errors.ts'
import { wakeDispatcher } from '#lib/jobs/dispatch.ts'
import { invalid, Refusal } from '#lib/problem.ts'
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

/** `replayed`: it had been done before, and this is what was answered then. */
export type Answered<Value> = Outcome<Value> & { replayed?: boolean }

/** What both doors do with a command. The value is what its output schema lets through; bugs are thrown. */
export async function answer<Input extends z.ZodType, Subject, Value>(
  context: Context,
  { command, raw, key, route, shownOnce }: Given<Input, Subject, Value>,
): Promise<Answered<Value>> {
  try {
    const input = parse(command.input, raw)
    const run = async (db: Db) => command.output.parse(await perform(workIn(context, db), command, input))
    if (key === null) {
      const value = await context.transaction(run)
      wakeDispatcher()
      return { ok: true, value }
    }
    const respond = (value: Value) => (shownOnce ? null : value)
    const done = await once(context, { key, route, body: raw }, { run, respond })
    wakeDispatcher()
    if (!done.replayed) return { ok: true, value: done.value }
    return shownOnce ? alreadyShown : { ok: true, value: command.output.parse(done.response), replayed: true }
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

// Not a character in this encoding, not one in JSON, a number out of range: whatever slipped past a schema, such as a
// cursor somebody made up.
const unstorable = new Set(['22021', '22P05', '22003'])

/** The problem behind an error; anything that is none of ours goes on as a bug. */
export function problemOf(error: unknown) {
  if (error instanceof Refusal) return error.problem
  const problem = problemFromDatabase(error)
  if (problem) return problem
  if (unstorable.has(sqlState(error) ?? ''))
    return invalid('', 'This holds a character or a number that cannot be stored.')
  throw error
}
