import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { presentPerson, withTeams } from './present.ts'
import { lockPerson } from './queries.ts'
import { PersonInput, PersonOut } from './schema.ts'

/** Somebody came back: they sign in as before and make new tokens. */
export const reactivatePerson = command({
  name: 'person.reactivate',
  summary: 'Gives a deactivated person their access back.',
  scope: 'admin:write',
  input: PersonInput,
  output: PersonOut,
  subject: (work, { id }) => lockPerson(work, id),
  may: (actor, person) => can(actor, 'administer', 'person', person),
  async run({ db }, { subject: { id, name, deactivatedAt } }) {
    if (!deactivatedAt) refuse({ kind: 'conflict', message: 'This person is not deactivated.' })
    const person = await db.person.update({ where: { id }, data: { deactivatedAt: null }, include: withTeams })
    return { value: presentPerson(person), events: [happened('person.reactivated', id, { name })] }
  },
})
