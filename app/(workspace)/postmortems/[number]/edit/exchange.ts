'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { visitorContext } from '#lib/auth/current.ts'
import { attempt } from '#lib/command.ts'
import { read } from '#lib/context.ts'
import { answer } from '#lib/documents/answer.ts'
import { sittings } from '#lib/documents/push.ts'
import { getDocument } from '#lib/documents/queries.ts'
import { ClientMessage, type ServerMessage } from '#lib/documents/schema.ts'
import { env } from '#lib/env.ts'
import { can } from '#lib/policy/can.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { foreignOrigin } from '#lib/web/origin.ts'

const Messages = z.array(ClientMessage).max(20)
const sitting = sittings()

/** What a socket would carry, in one request: for networks whose proxies let no socket through. */
export async function exchange(number: number, messages: unknown): Promise<ServerMessage[] | 'signed_out' | 'may_not'> {
  const parsed = Messages.safeParse(messages)
  const foreign = foreignOrigin({ headers: await headers(), appUrl: env().APP_URL })
  if (!parsed.success || foreign) return 'may_not'
  const context = await visitorContext()
  const { actor } = context
  if (actor.kind !== 'person') return 'signed_out'
  if (limitedFor(actor)) throw new Error('Too many requests; the editor tries again.')
  const found = await attempt(async () => ({
    ok: true as const,
    value: await read(context, (work) => getDocument(work, number)),
  }))
  if (!found.ok || !can(actor, 'edit', 'postmortem', found.value).allowed) return 'may_not'
  const heard: ServerMessage[] = []
  for (const message of parsed.data) {
    if (message.kind === 'place') continue
    const answered = await answer(context, message, { document: found.value, sitting })
    if (answered.ended) return answered.ended
    heard.push(...answered.messages)
  }
  return heard
}
