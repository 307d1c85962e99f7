import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { staysAdministered } from './model.ts'
import { presentPerson, withTeams } from './present.ts'
import { lockAdministrators, lockPerson } from './queries.ts'
import { PersonInput, PersonOut } from './schema.ts'

/** Somebody left. What they wrote stays under their name; what they were signed in with ends now. */
export const deactivatePerson = command({
  name: 'person.deactivate',
  summary: 'Ends a person’s access at once: sessions, tokens and links included.',
  scope: 'admin:write',
  input: PersonInput,
  output: PersonOut,
  subject: async (work, { id }) => ({
    administrators: await lockAdministrators(work),
    ...(await lockPerson(work, id)),
  }),
  may: (actor, person) => can(actor, 'administer', 'person', person),
  async run(work, { subject: { id, name, administrators, deactivatedAt } }) {
    const { db, now } = work
    if (deactivatedAt) refuse({ kind: 'conflict', message: 'This person is deactivated already.' })
    const decision = staysAdministered(administrators, id)
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    const person = await db.person.update({ where: { id }, data: { deactivatedAt: now }, include: withTeams })
    await onIdentityTables(work, async (owner) => {
      await owner.session.deleteMany({ where: { personId: id } })
      await owner.passwordLink.deleteMany({ where: { personId: id } })
      await owner.apiToken.updateMany({ where: { personId: id, revokedAt: null }, data: { revokedAt: now } })
    })
    return { value: presentPerson(person), events: [happened('person.deactivated', id, { name })] }
  },
})
