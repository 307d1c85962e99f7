import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { presentDismissal } from './queries.ts'
import { DismissalOut, DismissHintInput } from './schema.ts'

/** Leaves words as they are in one section. Nobody is asked why, and nobody counts it. */
export const dismissHint = command({
  name: 'hint.dismiss',
  summary: 'Dismisses a hint about words in one section of a postmortem.',
  scope: 'postmortems:write',
  input: DismissHintInput,
  output: DismissalOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run({ db, now, actor }, { input: { number, section, rule, mark, reason }, subject: { id: postmortemId } }) {
    const key = { postmortemId, section, rule, mark }
    if (
      section !== 'title' &&
      !(await db.section.findUnique({ where: { postmortemId_key: { postmortemId, key: section } } }))
    )
      refuse(invalid('section', `This postmortem has no section "${section}".`))
    await db.hintDismissal.createMany({
      data: {
        id: newId(now),
        ...key,
        reason,
        dismissedById: actor.kind === 'person' ? actor.personId : null,
        dismissedAt: now,
      },
      // Dismissed twice is dismissed once: two people may press at the same time.
      skipDuplicates: true,
    })
    const row = await db.hintDismissal.findUniqueOrThrow({ where: { postmortemId_section_rule_mark: key } })
    return {
      value: presentDismissal(row),
      events: [happened('hint.dismissed', postmortemId, { rule, section, postmortem: number })],
    }
  },
})
