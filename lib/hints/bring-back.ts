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
  async run({ db }, { input: { number, id }, subject: postmortem }) {
    const row = await db.hintDismissal.findFirst({ where: { id, postmortemId: postmortem.id } })
    if (!row) return refuse(notFound)
    await db.hintDismissal.deleteMany({ where: { id } })
    const { rule, section } = row
    return {
      value: { number },
      events: [happened('hint.brought_back', postmortem.id, { rule, section, postmortem: number })],
    }
  },
})
