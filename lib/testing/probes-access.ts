import type { Actor } from '#lib/actor.ts'
import { breakGlass } from '#lib/grants/break-glass.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { can } from '#lib/policy/can.ts'
import { type Asked, type Probe, probe } from './probe.ts'
import type { StagedIncident } from './stage-incidents.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'
import type { World } from './world.ts'

type Given = { record: 'postmortem' | 'incident'; row: StagedPostmortem | StagedIncident; edits: Asked }

/** Letting somebody in by name, and breaking the glass. */
export function ofAccess({ personIds }: World, { record, row, edits }: Given): Probe[] {
  const of = { record, number: row.number }
  const named = { ...of, person: personIds.pia }
  const breaks = (actor: Actor) => can(actor, 'breakGlass', record).allowed
  return [
    probe(grantAccess, named, edits),
    ...(row.shape.granted.includes('pia') ? [probe(revokeAccess, named, edits)] : []),
    probe(
      breakGlass,
      { ...of, reason: 'A regulator asks what happened.' },
      {
        // It looks behind the floor, so strangers are refused before it looks: they hear the same of any number.
        sees: (actor) => !breaks(actor) || row.visibility === 'restricted',
        may: breaks,
      },
    ),
  ]
}
