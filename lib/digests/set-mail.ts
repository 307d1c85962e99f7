import { command } from '#lib/command.ts'
import { when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { MailOut, SetMailInput } from './schema.ts'

export const setMail = command({
  name: 'person.set_mail',
  summary: 'Sets how often and when one hears by mail.',
  scope: 'people:write',
  input: SetMailInput,
  output: MailOut,
  subject: async ({ actor }) => (actor.kind === 'person' ? actor.personId : null),
  may: (_, personId) => when(personId !== null, 'Only a person gets mail.'),
  async run({ db }, { input, subject: personId }) {
    if (personId === null) return refuse(notFound)
    await db.mailSettings.upsert({ where: { personId }, create: { personId, ...input }, update: input })
    return { value: input, events: [happened('person.mail_set', personId, { pace: input.pace })] }
  },
})
