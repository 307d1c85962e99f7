import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { makePasswordLink } from './password-link.ts'
import { presentPerson, withTeams } from './present.ts'
import { InvitePersonInput, LinkOut } from './schema.ts'

/** Adds a person and answers the link they choose a password with. Nothing is mailed: the administrator hands it over. */
export const invitePerson = command({
  name: 'person.invite',
  summary: 'Adds a person and makes a one-time link for them to choose a password with.',
  scope: 'admin:write',
  input: InvitePersonInput,
  output: LinkOut,
  subject: ({ db }) => db.organization.findUniqueOrThrow({ where: { id: 1 } }),
  may: (actor) => can(actor, 'create', 'person'),
  async run(work, { input, subject: organization }) {
    const { db, now } = work
    if (await db.person.findUnique({ where: { email: input.email }, select: { id: true } }))
      refuse(invalid('email', 'Somebody with this address is here already.'))
    const { zone = organization.zone, ...rest } = input
    const person = await db.person.create({
      data: { id: newId(now), ...rest, zone, createdAt: now },
      include: withTeams,
    })
    const link = await onIdentityTables(work, (owner) => makePasswordLink(owner, { personId: person.id, now }))
    return {
      value: { person: presentPerson(person), ...link },
      events: [
        happened('person.invited', person.id, { name: person.name, role: person.role }),
        happened('person.password_link_made', person.id, {}),
      ],
    }
  },
})
