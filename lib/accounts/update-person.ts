import { command } from '#lib/command.ts'
import { all, allow } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { staysAdministered } from './model.ts'
import { presentPerson, withTeams } from './present.ts'
import { lockAdministrators, lockPerson } from './queries.ts'
import { PersonOut, UpdatePersonInput } from './schema.ts'

/** People keep their own profile; a role is given by an administrator. */
export const updatePerson = command({
  name: 'person.update',
  summary: 'Changes the profile of a person; administrators also change the role.',
  scope: 'admin:write',
  input: UpdatePersonInput,
  output: PersonOut,
  async subject(work, { id, role }) {
    // Always administrators first, then the person: two of them changing each other must not wait in a circle.
    const administrators = role === undefined ? [] : await lockAdministrators(work)
    return { ...(await lockPerson(work, id)), administrators }
  },
  may: (actor, person, { role }) =>
    all(can(actor, 'edit', 'person', person), role === undefined ? allow : can(actor, 'administer', 'person', person)),
  async run({ db }, { input: { id, ...fields }, subject: { administrators } }) {
    if (fields.role !== undefined && fields.role !== 'administrator') {
      const decision = staysAdministered(administrators, id)
      if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    }
    const data = defined(fields)
    const person = await db.person.update({ where: { id }, data, include: withTeams })
    return {
      value: presentPerson(person),
      events: [happened('person.updated', id, { changed: Object.keys(data), ...(data.role && { role: data.role }) })],
    }
  },
})
