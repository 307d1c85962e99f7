import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { sessionCookie, sessionCookieName } from '#lib/auth/cookie.ts'
import { currentVisit } from '#lib/auth/current.ts'
import { safePath } from '#lib/auth/port.ts'
import type { StartedSession } from '#lib/auth/sessions.ts'
import type { Visit } from '#lib/auth/visit.ts'
import type { Outcome } from '#lib/command.ts'
import type { FormState } from '#lib/form-state.ts'
import { type Problem, sentence } from '#lib/problem.ts'
import { readForm } from '#lib/web/form-data.ts'
import { refusedState } from '#lib/web/form-door.ts'
import { spend } from '#lib/web/limits.ts'
import { foreignOrigin } from '#lib/web/origin.ts'

type Knock = {
  form: FormData
  schema: z.ZodType
  run: (visit: Visit, raw: unknown) => Promise<Outcome<StartedSession>>
}

/** The door for forms of people who are not signed in yet. Whoever gets through has a session and goes where they wanted. */
export async function knock({ form, schema, run }: Knock): Promise<FormState> {
  const visit = await currentVisit()
  const problem = await refusedAtOnce(visit)
  if (problem) return refusedState(problem, form)
  const wish = form.get('next')
  form.delete('next')
  const { raw, values } = readForm(schema, form)
  const outcome = await run(visit, raw)
  if (!outcome.ok) return { values, ...told(outcome.problem) }
  const { token, expiresAt } = outcome.value
  const store = await cookies()
  store.set(sessionCookieName(visit.env), token, { ...sessionCookie(visit.env), expires: expiresAt })
  return redirect(safePath(typeof wish === 'string' ? wish : null))
}

/** The same two questions every form is asked before anything is read. */
export async function refusedAtOnce(visit: Visit): Promise<Problem | null> {
  const foreign = foreignOrigin({ headers: await headers(), appUrl: visit.env.APP_URL })
  if (foreign) return foreign
  const { allowed, retryAfterSeconds } = spend('anonymous', visit.network)
  return allowed ? null : { kind: 'limited', retryAfterSeconds }
}

const told = (problem: Problem): FormState =>
  problem.kind === 'invalid' ? { fields: problem.fields } : { message: sentence(problem) }
