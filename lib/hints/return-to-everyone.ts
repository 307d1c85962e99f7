import { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { getException } from './queries.ts'
import { ReturnToEveryoneInput } from './schema.ts'

export const returnToEveryone = command({
  name: 'hint.return_to_everyone',
  summary: 'Shows a hint again that was dismissed for everyone.',
  scope: 'admin:write',
  input: ReturnToEveryoneInput,
  output: z.strictObject({ rule: z.string(), phrase: z.string() }),
  subject: (work, { id }) => getException(work, id),
  may: (actor) => can(actor, 'dismissForEveryone', 'hint'),
  async run({ db }, { subject: { id, rule, phrase } }) {
    // The row is never changed, so deleting it is the lock: of two who press at once, one finds it gone.
    const { count } = await db.hintException.deleteMany({ where: { id } })
    if (count === 0) refuse(notFound)
    return { value: { rule, phrase }, events: [happened('hint.returned_to_everyone', id, { rule, phrase })] }
  },
})
