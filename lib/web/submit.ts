import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { visitorContext } from '#lib/auth/current.ts'
import { env } from '#lib/env.ts'
import type { FormState } from '#lib/form-state.ts'
import { answerForm, refusedState, type Submitted } from './form-door.ts'
import { limitedFor } from './limits.ts'
import { foreignOrigin } from './origin.ts'

type Submission<Input extends z.ZodType, Subject, Value> = Submitted<Input, Subject, Value> & {
  /** Where to go afterwards. Without it, or with null, the person stays and sees the page as it is now. */
  onDone?: (value: Value) => string | null
  /** What the person who stays is told, in place of "Saved." */
  done?: string
}

/** The door for forms: a server action is one call of this. It answers with the form's next state, or leads on. */
export async function submit<Input extends z.ZodType, Subject, Value>({
  onDone,
  done,
  ...submitted
}: Submission<Input, Subject, Value>): Promise<FormState> {
  const t = await getTranslations('doors')
  const foreign = foreignOrigin({ headers: await headers(), appUrl: env().APP_URL })
  if (foreign) return refusedState(foreign, submitted.form)
  // Not the context that leads strangers to the sign-in page: whoever was signed out meanwhile keeps what they typed.
  const context = await visitorContext()
  if (context.actor.kind !== 'person')
    return refusedState({ kind: 'forbidden', reason: t('signedOut') }, submitted.form)
  const limited = limitedFor(context.actor)
  if (limited) return refusedState(limited, submitted.form)

  const result = await answerForm(context, submitted)
  if (!result.done) return result.state
  // The browser keeps pages it has seen for going back; after a change none of them is right.
  revalidatePath('/', 'layout')
  const next = onDone?.(result.value)
  if (next) redirect(next)
  return { done: done ?? t('saved') }
}
