import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { DismissForEveryoneInput, ExceptionOut } from './schema.ts'

/** A house may have its own words. The reason is asked, because others will wonder why a hint does not come. */
export const dismissForEveryone = command({
  name: 'hint.dismiss_for_everyone',
  summary: 'Dismisses a rule, or a rule about one phrase, in all postmortems.',
  scope: 'admin:write',
  input: DismissForEveryoneInput,
  output: ExceptionOut,
  subject: async (_work, input) => input,
  may: (actor) => can(actor, 'dismissForEveryone', 'hint'),
  async run({ db, now, actor }, { input: { rule, phrase: typed, reason } }) {
    const phrase = typed.toLowerCase()
    const addedById = actor.kind === 'person' ? actor.personId : null
    const id = newId(now)
    const { count } = await db.hintException.createMany({
      data: { id, rule, phrase, reason, addedById, addedAt: now },
      skipDuplicates: true,
    })
    if (count === 0) refuse(invalid('rule', 'This is dismissed for everyone already.'))
    const addedBy = actor.kind === 'person' ? { id: actor.personId, name: actor.name } : null
    return {
      value: { id, rule, phrase, reason, addedAt: now.toISOString(), addedBy },
      events: [happened('hint.dismissed_for_everyone', id, { rule, phrase, reason })],
    }
  },
})
