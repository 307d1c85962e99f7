import type { z } from 'zod'
import { type Command, execute } from '#lib/command.ts'
import type { Context } from '#lib/context.ts'
import { log } from '#lib/log.ts'
import { Refusal, sentence } from '#lib/problem.ts'
import type { ImportedOut } from './schema.ts'

export type Attempt = { ok: true; value: ImportedOut } | { ok: false; message: string }

/** A batch that cannot be stored is taken apart, so that one bad document holds up no other. */
export async function inParts<Each>(
  batch: readonly Each[],
  attempt: (some: readonly Each[]) => Promise<Attempt>,
): Promise<{ each: Each; told: { result: ImportedOut['results'][number] } | { message: string }; made: Made }[]> {
  const outcome = await attempt(batch)
  if (outcome.ok)
    return batch.flatMap((each, index) => {
      const result = outcome.value.results[index]
      const made = index === 0 ? outcome.value : none
      return result ? [{ each, told: { result }, made }] : []
    })
  const [only, ...others] = batch
  if (only !== undefined && others.length === 0) return [{ each: only, told: { message: outcome.message }, made: none }]
  const parts = []
  for (const each of batch) parts.push(...(await inParts([each], attempt)))
  return parts
}

type Made = { teams: string[]; services: string[] }
const none: Made = { teams: [], services: [] }

/** Runs the command, and says in a sentence why it could not. */
export async function attempted<Input extends z.ZodType, Subject>(
  context: Context,
  command: Command<Input, Subject, ImportedOut>,
  input: z.input<Input>,
): Promise<Attempt> {
  return said(context, async () => {
    const outcome = await execute(context, command, input)
    return outcome.ok ? outcome : { ok: false, message: sentence(outcome.problem) }
  })
}

export async function said(context: Context, run: () => Promise<Attempt>): Promise<Attempt> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: sentence(error.problem) }
    if (error instanceof Error && 'code' in error && error.code === 'P2002') return { ok: false, message: taken }
    if (/23505|duplicate key/.test(String(error))) return { ok: false, message: taken }
    log('error', 'Something could not be imported', { requestId: context.requestId, error })
    return { ok: false, message: 'It could not be stored. The log of the server says why.' }
  }
}

const taken = 'Its id, or that of its incident or of an action item, belongs to something that is not open to you.'
