import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Command } from '#lib/command.ts'
import type { Context } from '#lib/context.ts'
import type { FormState } from '#lib/form-state.ts'
import { log } from '#lib/log.ts'
import { type Problem, sentence } from '#lib/problem.ts'
import { answer } from './answer.ts'
import { type ReadForm, readForm } from './form-data.ts'

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
  if (!(form instanceof FormData)) return { done: false, state: { ok: false, problem: broken(context.requestId) } }
  const sent = readForm(command.input, form)
  if (sent.problems.length > 0) return refused({ kind: 'invalid', fields: sent.problems }, sent)
  try {
    const outcome = await answer(context, {
      command,
      raw: { ...sent.raw, ...given },
      key: sent.nonce ? `form:${sent.nonce.slice(0, 100)}` : null,
      route: command.name,
      shownOnce,
    })
    return outcome.ok ? { done: true, value: outcome.value } : refused(outcome.problem, sent)
  } catch (error) {
    log('error', 'A form failed', { requestId: context.requestId, route: command.name, error })
    const { requestId } = context
    return { done: false, state: { ...again(sent), problem: broken(requestId), requestId } }
  }
}

/** The state for a problem found before there was anybody to act for. */
export const refusedState = (problem: Problem, form: FormData): FormState => ({
  ok: false,
  problem: sentence(problem),
  ...(form instanceof FormData && { values: readForm(z.unknown(), form).values }),
})

const broken = (requestId: string) =>
  `Something went wrong on our side and nothing was saved. Your text is still here; try again. Reference: ${requestId}`

function refused(problem: Problem, sent: ReadForm): Result<never> {
  const fields = problem.kind === 'invalid' ? problem.fields.filter(({ field }) => field !== '') : []
  const named = fields.map(({ field, message }) => [sent.nameOf(field), message] as const).reverse()
  const state: FormState = {
    ...again(sent),
    problem: sentence(problem),
    ...(named.length > 0 && { fields: Object.fromEntries(named) }),
    ...(problem.kind === 'conflict' && { conflict: problem.current ?? true }),
  }
  return { done: false, state }
}

/** A corrected form is another wish, so it gets another nonce. */
const again = ({ values }: ReadForm): FormState => ({ ok: false, values, nonce: randomUUID() })
