import type { PersonActor } from '#lib/actor.ts'
import { parse, perform } from '#lib/command.ts'
import type { Db } from '#lib/context.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'

/** One word of the trade that the company does not want to be asked about. */
export async function chooseWords(db: Db, administrator: PersonActor, now: Date): Promise<void> {
  const input = {
    rule: 'vague-quantity',
    phrase: 'most requests',
    reason:
      'In our traffic reports this is a defined term: more than half, and the number stands in the impact windows.',
  }
  await perform(
    { db, actor: administrator, now, requestId: 'sample' },
    dismissForEveryone,
    parse(dismissForEveryone.input, input),
  )
}
