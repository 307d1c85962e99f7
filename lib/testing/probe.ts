import type { z } from 'zod'
import type { Actor, Scope } from '#lib/actor.ts'
import { type Command, execute, type Outcome } from '#lib/command.ts'
import type { Context } from '#lib/context.ts'

/** One command about one thing, with what the policy says of each actor: whether they see it, and whether they may. */
export type Probe = {
  name: string
  scope: Scope
  sees: (actor: Actor) => boolean
  may: (actor: Actor) => boolean
  attempt: (context: Context) => Promise<Outcome<unknown>>
}

export type Asked = Pick<Probe, 'sees' | 'may'>

export function probe<I extends z.ZodType, S, V>(
  command: Command<I, S, V>,
  input: unknown,
  { sees, may }: Asked,
): Probe {
  const { name, scope } = command
  return { name, scope, sees, may, attempt: (context) => execute(context, command, input) }
}
