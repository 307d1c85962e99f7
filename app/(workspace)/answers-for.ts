import type { Answers } from '#components/similar/answers.ts'
import type { LinkStanding } from '#lib/incidents/link-standing.ts'
import { confirm, decline, propose, relate } from './relation-actions.ts'

/** What whoever looks can say of how this incident is related to others. */
export function answersFor({
  number,
  decides,
  proposes,
}: Pick<LinkStanding, 'number' | 'decides' | 'proposes'>): Answers {
  if (decides)
    return {
      decides,
      relate: relate.bind(null, number),
      confirm: confirm.bind(null, number),
      decline: decline.bind(null, number),
    }
  return proposes ? { decides: false, propose: propose.bind(null, number) } : null
}
