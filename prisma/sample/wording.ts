import type { PersonActor } from '#lib/actor.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'
import { acting, type Scene } from './scene.ts'

/** One word of the trade that the company does not want to be asked about. */
export async function chooseWords(scene: Scene, administrator: PersonActor, at: Date): Promise<void> {
  const input = {
    rule: 'vague-quantity',
    phrase: 'most requests',
    reason:
      'In our traffic reports this is a defined term: more than half, and the number stands in the impact windows.',
  }
  await acting(scene).act(administrator, at, dismissForEveryone, input)
}
