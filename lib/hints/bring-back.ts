import { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { BringBackHintInput } from './schema.ts'

export const bringBackHint = command({
  name: 'hint.bring_back',
  summary: 'Shows a dismissed hint of a postmortem again.',
  scope: 'postmortems:write',
  input: BringBackHintInput,
  output: z.strictObject({ number: z.number() }),
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run({ db }, { input: { number, id, section: key, rule: ruleId, mark }, subject: postmortem }) {
    const about = id ? { id } : { section: key ?? '', rule: ruleId ?? '', mark: mark ?? '' }
    const row = await db.hintDismissal.findFirst({ where: { ...about, postmortemId: postmortem.id } })
    if (!row) return refuse(notFound)
    await db.hintDismissal.deleteMany({ where: { id: row.id } })
    const { rule, section } = row
    return {
      value: { number },
      events: [happened('hint.brought_back', postmortem.id, { rule, section, postmortem: number })],
    }
  },
})
