'use server'

import { cookies } from 'next/headers'
import { endSession } from '#lib/accounts/sign-out.ts'
import { sessionCookieName } from '#lib/auth/cookie.ts'
import { currentContext } from '#lib/auth/current.ts'
import { env } from '#lib/env.ts'
import { submit } from '#lib/web/submit.ts'

export async function signOut(form: FormData): Promise<void> {
  const { via } = (await currentContext()).actor
  if (via.kind !== 'session') return
  const store = await cookies()
  const leave = () => {
    store.delete(sessionCookieName(env()))
    return '/sign-out'
  }
  await submit({ command: endSession, form, with: { id: via.sessionId }, onDone: leave })
}
