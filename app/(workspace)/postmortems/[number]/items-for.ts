import type { ItemGiven } from '#components/action-items/from-text.ts'
import { priorities } from '#lib/action-items/model.ts'
import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { teamById } from '#lib/teams/queries.ts'
import { addDays, localDate } from '#lib/time.ts'
import { proposeHere } from './actions.ts'

/** What the editor needs to make an action item of selected words; null for those who add none. */
export async function itemsFor(
  work: Work,
  { number, teamId }: { number: number; teamId: string },
  text: ItemGiven['text'],
): Promise<ItemGiven | null> {
  if (!can(work.actor, 'create', 'actionItem').allowed) return null
  const { slug, zone } = await teamById(work, teamId)
  return {
    text,
    team: slug,
    dueOn: addDays(localDate(work.now, zone), priorities.p2.days),
    priorities: Object.entries(priorities).map(([value, { label }]) => ({ value, label })),
    propose: proposeHere.bind(null, number),
  }
}
