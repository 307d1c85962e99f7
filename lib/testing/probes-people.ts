import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { invitePerson } from '#lib/accounts/invite.ts'
import { offerPasswordLink } from '#lib/accounts/password-link.ts'
import { reactivatePerson } from '#lib/accounts/reactivate.ts'
import { updatePerson } from '#lib/accounts/update-person.ts'
import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'
import { type Probe, probe } from './probe.ts'
import type { World } from './world.ts'

export function ofPeople({ personIds }: World): Probe[] {
  const sees = (actor: Actor) => can(actor, 'read', 'person').allowed
  const row = { id: personIds.vera }
  const edits = { sees, may: (actor: Actor) => can(actor, 'edit', 'person', row).allowed }
  const administers = { sees, may: (actor: Actor) => can(actor, 'administer', 'person', row).allowed }
  const inPerson = {
    sees,
    may: (actor: Actor) => administers.may(actor) && actor.kind === 'person' && actor.via.kind === 'session',
  }
  return [
    probe(
      invitePerson,
      { name: 'Nia', email: 'nia@northlight.example' },
      { sees: () => true, may: (actor) => can(actor, 'create', 'person').allowed },
    ),
    probe(updatePerson, { ...row, name: 'Vera K' }, edits),
    probe(updatePerson, { ...row, role: 'administrator' }, administers),
    probe(deactivatePerson, row, administers),
    probe(reactivatePerson, row, administers),
    probe(offerPasswordLink, row, inPerson),
  ]
}
