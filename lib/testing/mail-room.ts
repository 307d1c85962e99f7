import { afterAll } from 'vitest'
import { gatherDigests, gatherUrgent } from '#lib/digests/gather.ts'
import { startDispatcher } from '#lib/jobs/dispatch.ts'
import { deliverMail } from '#lib/jobs/mail.ts'
import { smtpPost } from '#lib/jobs/post.ts'
import { remind } from '#lib/jobs/remind.ts'
import { smtpSink } from './smtp-sink.ts'
import type { Name, World } from './world.ts'

export const origin = 'https://firebreak.example.com'

/** A mail server that keeps what it is handed, and one turn of everything that runs now and then. */
export async function mailRoom() {
  const sink = await smtpSink()
  const post = smtpPost({ url: sink.url, from: 'Firebreak <firebreak@northlight.example>' })
  afterAll(() => sink.close())
  return {
    sink,
    sentTo: (name: Name) => sink.received.filter(({ to }) => to === `${name}@northlight.example`),
    turn: async ({ database }: World, now: Date): Promise<void> => {
      await remind(database, now)
      await gatherUrgent(database, now)
      await gatherDigests(database, now)
      const consumers = { mail: deliverMail({ database, post, origin, now: () => now }) }
      const dispatcher = startDispatcher(database, { consumers, now: () => now, report: () => undefined })
      await dispatcher.drain()
      await dispatcher.stop()
    },
  }
}
