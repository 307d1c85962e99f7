import { z } from 'zod'
import type { Command } from '#lib/command.ts'
import type { Context } from '#lib/context.ts'
import type { FormState } from '#lib/form-state.ts'
import { log } from '#lib/log.ts'
import { type Problem, sentence } from '#lib/problem.ts'
import { answer } from './answer.ts'
import { type ReadForm, readForm } from './form-data.ts'
import { hashOf } from './once.ts'

export type Submitted<Input extends z.ZodType, Subject, Value> = {
  command: Command<Input, Subject, Value>
  form: FormData
  /** What the address says: it overrides what the form says. */
  with?: Record<string, unknown>
  /** The answer holds a secret that is shown once. */
  shownOnce?: boolean
}

export type Result<Value> = { done: true; value: Value } | { done: false; state: FormState }

/** From a form to a command and back, without Next. */
export async function answerForm<Input extends z.ZodType, Subject, Value>(
  context: Context,
  { command, form, with: given, shownOnce = false }: Submitted<Input, Subject, Value>,
): Promise<Result<Value>> {
  // A server action is an endpoint, and its arguments are whatever was sent.
  if (!(form instanceof FormData)) return { done: false, state: { message: 'This form could not be read.' } }
  const sent = readForm(command.input, form)
  if (sent.problems.length > 0) return refused({ kind: 'invalid', fields: sent.problems }, sent)
  const raw = { ...sent.raw, ...given }
  try {
    const route = command.name
    const outcome = await answer(context, { command, raw, key: keyOf(sent.nonce, raw), route, shownOnce })
    return outcome.ok ? { done: true, value: outcome.value } : refused(outcome.problem, sent)
  } catch (error) {
    const { requestId } = context
    log('error', 'A form failed', { requestId, route: command.name, error })
    return { done: false, state: { message: broken(requestId), values: sent.values } }
  }
}

/** The state for a problem found before there was anybody to act for. */
export const refusedState = (problem: Problem, form: FormData): FormState => ({
  message: sentence(problem),
  ...(form instanceof FormData && { values: readForm(z.unknown(), form).values }),
})

const broken = (requestId: string) =>
  `Something went wrong on our side and nothing was saved. Your text is still here; try again. Reference: ${requestId}`

/** Somebody who goes back, changes the text and sends it again means a second thing, so the text is part of the key. */
const keyOf = (nonce: string | null, raw: unknown) =>
  nonce === null ? null : `form:${nonce.slice(0, 64)}:${hashOf(raw).slice(0, 32)}`

function refused(problem: Problem, { values, nameOf }: ReadForm): Result<never> {
  const fields = problem.kind === 'invalid' ? problem.fields.filter(({ field }) => field !== '') : []
  const state: FormState = {
    values,
    ...(fields.length > 0
      ? { fields: fields.map((problem) => ({ ...problem, field: nameOf(problem.field) })) }
      : { message: sentence(problem) }),
    ...(problem.kind === 'conflict' && { conflict: problem.current ?? true }),
  }
  return { done: false, state }
}
