import { updateOrganization } from '#lib/accounts/update-organization.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import type { Actor } from '#lib/actor.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { can } from '#lib/policy/can.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { recordNearMiss } from '#lib/postmortems/record-near-miss.ts'
import { createService } from '#lib/services/create.ts'
import { updateService } from '#lib/services/update.ts'
import { createTeam } from '#lib/teams/create.ts'
import { setTeamMember } from '#lib/teams/set-member.ts'
import { updateTeam } from '#lib/teams/update.ts'
import { type Asked, type Probe, probe } from './probe.ts'
import type { World } from './world.ts'

/** What is said of the company, and the records that begin in it. */
export function ofCompany({ teamIds, personIds }: World): Probe[] {
  const signedIn = (actor: Actor) => can(actor, 'read', 'team').allowed
  const where = (may: Probe['may']): Asked => ({ sees: signedIn, may })
  const open = (may: Probe['may']): Asked => ({ sees: () => true, may })
  const edge = { id: teamIds.edge, teamId: teamIds.edge }
  const editsTeam = where((actor) => can(actor, 'edit', 'team', edge).allowed)
  return [
    probe(
      updateOrganization,
      { name: 'Another name' },
      open((actor) => can(actor, 'edit', 'organization').allowed),
    ),
    probe(
      recordIncident,
      { title: 'Slow answers', severity: 'sev3', kind: 'degradation', team: 'edge' },
      where((actor) => can(actor, 'create', 'incident').allowed),
    ),
    probe(
      proposeActionItem,
      { title: 'Limit it', priority: 'p1', team: 'edge', dueOn: '2026-07-01' },
      where((actor) => can(actor, 'create', 'actionItem').allowed),
    ),
    probe(
      draftPostmortem,
      { title: 'What happened', template: 'light', team: 'edge' },
      where((actor) => can(actor, 'create', 'postmortem').allowed),
    ),
    probe(
      recordNearMiss,
      { title: 'It nearly went wrong', team: 'edge' },
      where((actor) => can(actor, 'create', 'postmortem').allowed),
    ),
    probe(
      createService,
      { name: 'Another', team: 'edge' },
      where((actor) => can(actor, 'create', 'service').allowed),
    ),
    probe(
      updateService,
      { slug: 'edge-proxy', name: 'Another' },
      where((actor) => can(actor, 'edit', 'service', edge).allowed),
    ),
    probe(
      createTeam,
      { name: 'Another', zone: 'UTC' },
      open((actor) => can(actor, 'create', 'team').allowed),
    ),
    probe(updateTeam, { slug: 'edge', name: 'Another' }, editsTeam),
    probe(setTeamMember, { slug: 'edge', person: personIds.pia, role: 'viewer' }, editsTeam),
  ]
}
