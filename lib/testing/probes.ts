import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { invitePerson } from '#lib/accounts/invite.ts'
import { offerPasswordLink } from '#lib/accounts/password-link.ts'
import { reactivatePerson } from '#lib/accounts/reactivate.ts'
import { updateOrganization } from '#lib/accounts/update-organization.ts'
import { updatePerson } from '#lib/accounts/update-person.ts'
import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { mergeActionItem } from '#lib/action-items/merge.ts'
import { mayUpdate } from '#lib/action-items/model.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import type { Actor } from '#lib/actor.ts'
import { exportOrganization } from '#lib/exports/organization.ts'
import { breakGlass } from '#lib/grants/break-glass.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { bringBackHint } from '#lib/hints/bring-back.ts'
import { dismissHint } from '#lib/hints/dismiss.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'
import { returnToEveryone } from '#lib/hints/return-to-everyone.ts'
import { importActionItems } from '#lib/imports/action-items.ts'
import { importIncidents } from '#lib/imports/incidents.ts'
import { importPostmortems } from '#lib/imports/postmortems.ts'
import { readDocument } from '#lib/imports/read.ts'
import { ImportOptions } from '#lib/imports/schema.ts'
import { readIncidents, readItems } from '#lib/imports/table-rows.ts'
import { changeSeverity } from '#lib/incidents/change-severity.ts'
import { confirmRelation } from '#lib/incidents/confirm-relation.ts'
import { declineRelation } from '#lib/incidents/decline-relation.ts'
import { proposeRelation } from '#lib/incidents/propose-relation.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { unrelateIncident } from '#lib/incidents/unrelate.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { can } from '#lib/policy/can.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { moveTemplate } from '#lib/postmortems/move-template.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { recordNearMiss } from '#lib/postmortems/record-near-miss.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { createService } from '#lib/services/create.ts'
import { updateService } from '#lib/services/update.ts'
import { createTeam } from '#lib/teams/create.ts'
import { setTeamMember } from '#lib/teams/set-member.ts'
import { updateTeam } from '#lib/teams/update.ts'
import { createTemplate } from '#lib/templates/create.ts'
import { deactivateTemplate } from '#lib/templates/deactivate.ts'
import { reactivateTemplate } from '#lib/templates/reactivate.ts'
import { returnToShipped } from '#lib/templates/return-to-shipped.ts'
import { saveTemplate } from '#lib/templates/save.ts'
import { addTimelineEntries } from '#lib/timeline/add-entries.ts'
import { addTimelineEntry } from '#lib/timeline/add-entry.ts'
import { bringInEvidence } from '#lib/timeline/bring-in.ts'
import { discardEvidence } from '#lib/timeline/discard-evidence.ts'
import { editTimelineEntry } from '#lib/timeline/edit-entry.ts'
import { gatherEvidence } from '#lib/timeline/gather-evidence.ts'
import { markMilestone } from '#lib/timeline/mark-milestone.ts'
import { removeTimelineEntry } from '#lib/timeline/remove-entry.ts'
import { replaceTimeline } from '#lib/timeline/replace.ts'
import { restoreTimelineEntry } from '#lib/timeline/restore-entry.ts'
import { setAsideEntry } from '#lib/timeline/set-aside.ts'
import { type Probe, probe } from './probe.ts'
import { ofViews, unprobedBoard } from './probes-board.ts'
import { ofExercises, unprobedExercises } from './probes-exercises.ts'
import { ofGuides, unprobedGuides } from './probes-guides.ts'
import { ofAssignment, ofProgram, ofPrograms, unprobedPrograms } from './probes-programs.ts'
import { ofReview, ofRules, ofWaiver, unprobedReviews } from './probes-reviews.ts'
import { ofTalk } from './probes-talk.ts'
import type { Stage, StagedIncident, StagedItem, StagedPostmortem } from './stage.ts'
import { NOW, type World } from './world.ts'

type Asked = Pick<Probe, 'sees' | 'may'>

export function everyProbe(cast: World, stage: Stage): Probe[] {
  return [
    ...stage.postmortems.flatMap((row) => [...ofPostmortem(cast, row), ...ofReview(cast, row), ...ofTalk(cast, row)]),
    ...stage.incidents.flatMap((row) => [...ofIncident(cast, row), ...ofWaiver(row)]),
    ...stage.items.flatMap((row) => [...ofItem(row), ...ofAssignment(row)]),
    ...(stage.programs ?? []).flatMap(ofProgram),
    ...ofPrograms(),
    ...(stage.work ? ofExercises(stage.work) : []),
    ...(stage.guides ? ofGuides(stage.guides) : []),
    ...ofCompany(cast),
    ...ofTemplates(),
    ...ofRules(),
    ...ofHints(),
    ...ofViews(),
    ...ofFiles(),
    ...ofPeople(cast),
  ]
}

function ofPostmortem({ personIds }: World, row: StagedPostmortem): Probe[] {
  const { number } = row
  const granted = row.shape.granted.includes('pia')
  const sees = (actor: Actor) => can(actor, 'read', 'postmortem', row).allowed
  const edits = { sees, may: (actor: Actor) => can(actor, 'edit', 'postmortem', row).allowed }
  const publishes = { sees, may: (actor: Actor) => can(actor, 'publish', 'postmortem', row).allowed }
  // What is published is amended, not reviewed.
  const reviewable = row.shape.phase === 'published' ? { sees, may: () => false } : edits
  const reviewed = row.reviewId !== null && row.shape.phase === 'written'
  const decides = (actor: Actor) => reviewed && can(actor, 'review', 'postmortem', row).allowed
  const record = { record: 'postmortem' as const, number }
  return [
    probe(editPostmortem, { number, title: 'Another title' }, edits),
    probe(dismissHint, { number, section: 'title', rule: 'human-error', mark: '0123456789abcdef' }, edits),
    probe(moveTemplate, { number, template: 'coe' }, edits),
    probe(requestReview, { number, reviewers: [personIds.ada] }, reviewable),
    probe(decideReview, { number, verdict: 'approve' }, { sees, may: decides }),
    probe(publishPostmortem, { number }, publishes),
    probe(amendPostmortem, { number, note: 'A fact was wrong.' }, publishes),
    probe(retractPostmortem, { number, reason: 'It was about another incident.' }, publishes),
    probe(changeVisibility, { number, visibility: 'company' }, edits),
    probe(grantAccess, { ...record, person: personIds.pia }, edits),
    ...(granted ? [probe(revokeAccess, { ...record, person: personIds.pia }, edits)] : []),
    ofGlass(record, row),
  ]
}

/** It looks behind the floor, so strangers are refused before it looks: they hear the same of any number. */
function ofGlass(
  record: { record: 'postmortem' | 'incident'; number: number },
  row: StagedPostmortem | StagedIncident,
): Probe {
  const may = (actor: Actor) => can(actor, 'breakGlass', record.record).allowed
  const asked = { sees: (actor: Actor) => !may(actor) || row.visibility === 'restricted', may }
  return probe(breakGlass, { ...record, reason: 'A regulator asks what happened.' }, asked)
}

function ofIncident({ personIds }: World, row: StagedIncident): Probe[] {
  const { number, entryId, evidenceId } = row
  const granted = row.shape.granted.includes('pia')
  const edits = {
    sees: (actor: Actor) => can(actor, 'read', 'incident', row).allowed,
    may: (actor: Actor) => can(actor, 'edit', 'incident', row).allowed,
  }
  const line = { at: NOW.toISOString(), kind: 'action', text: 'Turned it off and on.' }
  const record = { record: 'incident' as const, number }
  return [
    probe(updateIncident, { number, version: 1, title: 'Another title' }, edits),
    probe(changeSeverity, { number, severity: 'sev1', at: NOW.toISOString(), reason: 'It spread.' }, edits),
    probe(addTimelineEntry, { number, ...line }, edits),
    probe(addTimelineEntries, { number, entries: [line] }, edits),
    probe(editTimelineEntry, { number, id: entryId, ...line, seen: line }, edits),
    probe(removeTimelineEntry, { number, id: entryId }, edits),
    probe(setAsideEntry, { number, id: entryId }, edits),
    probe(markMilestone, { number, id: entryId, version: 1, milestone: 'detected' }, edits),
    probe(gatherEvidence, { number, transcript: '10:00 Said so.' }, edits),
    probe(bringInEvidence, { number, id: evidenceId }, edits),
    probe(discardEvidence, { number, gathering: row.id }, edits),
    probe(replaceTimeline, { number, version: 1, entries: [] }, edits),
    probe(grantAccess, { ...record, person: personIds.pia }, edits),
    ...(granted ? [probe(revokeAccess, { ...record, person: personIds.pia }, edits)] : []),
    probe(
      draftPostmortem,
      { incident: number, title: 'What happened', template: 'classic', team: 'edge' },
      {
        sees: edits.sees,
        may: (actor) => can(actor, 'create', 'postmortem').allowed,
      },
    ),
    ofGlass(record, row),
  ]
}

function ofItem(row: StagedItem): Probe[] {
  const { number, closed, postmortem } = row
  const sees = (actor: Actor) =>
    postmortem ? can(actor, 'read', 'postmortem', postmortem).allowed : can(actor, 'read', 'actionItem', row).allowed
  const edits = (allowed: boolean) => ({
    sees,
    may: (actor: Actor) => allowed && can(actor, 'edit', 'actionItem', row).allowed,
  })
  return [
    probe(updateActionItem, { number, version: 1, title: 'Another title' }, edits(mayUpdate({ closed }).allowed)),
    probe(decideActionItem, { number, to: 'declined', reason: 'Not worth it.' }, edits(true)),
    probe(
      advanceActionItem,
      closed
        ? { number, to: 'regressed', note: 'It came back.', because: 'ineffective' }
        : { number, to: 'in_progress' },
      edits(true),
    ),
    probe(addItemEvidence, { number, kind: 'drill', note: 'It is shown.' }, edits(true)),
  ]
}

const incident = { title: 'Slow answers', severity: 'sev3', kind: 'degradation', team: 'edge' }
const item = { title: 'Limit it', priority: 'p1', team: 'edge', dueOn: '2026-07-01' }

/** Files and tables as the doors hand them on once they are read. */
const imports = () => {
  const options = ImportOptions.parse({})
  const read = readDocument(
    { file: 'a.md', bytes: Buffer.from('---\nid: a\ntitle: A\nteam: edge team\n---\nText') },
    options,
  )
  const item = readItems('id,title,team,due_on\nb,B,edge team,2026-07-01', options).rows[0]
  return {
    documents: 'document' in read ? [read.document] : [],
    incidents: readIncidents('id,title,team\nc,C,edge team', options).rows.map(({ facts }) => facts),
    rows: item ? [{ item: item.item, owner: '', postmortem: '' }] : [],
  }
}

function ofFiles(): Probe[] {
  const { documents, incidents, rows } = imports()
  const open = (verb: 'import' | 'export'): Asked => ({
    sees: () => true,
    may: (actor) => can(actor, verb, 'organization').allowed,
  })
  return [
    probe(importPostmortems, { documents }, open('import')),
    probe(importIncidents, { incidents }, open('import')),
    probe(importActionItems, { rows }, open('import')),
    probe(exportOrganization, { postmortems: 1, restricted: 0 }, open('export')),
  ]
}

function ofCompany({ teamIds, personIds }: World): Probe[] {
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
      incident,
      where((actor) => can(actor, 'create', 'incident').allowed),
    ),
    probe(
      proposeActionItem,
      item,
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

function ofTemplates(): Probe[] {
  const asked: Asked = { sees: () => true, may: (actor) => can(actor, 'edit', 'template').allowed }
  const section = { heading: 'What happened', prompt: 'What happened?' }
  const given = { note: 'Shorter', name: 'Light', review: 'optional', sections: [section] }
  return [
    probe(saveTemplate, { key: 'light', seen: 0, ...given }, asked),
    probe(createTemplate, { name: 'Another', from: 'classic' }, asked),
    probe(deactivateTemplate, { key: 'learning' }, asked),
  ]
}

function ofHints(): Probe[] {
  const asked: Asked = { sees: () => true, may: (actor) => can(actor, 'dismissForEveryone', 'hint').allowed }
  return [probe(dismissForEveryone, { rule: 'simply', reason: 'Our own word.' }, asked)]
}

function ofPeople({ personIds }: World): Probe[] {
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

/** Each needs something done before, so no cell of its own: it asks what the one before asks. */
export const unprobed = [
  ...unprobedReviews,
  ...unprobedBoard,
  ...unprobedPrograms,
  ...unprobedExercises,
  ...unprobedGuides,
  ...[bringBackHint.name, returnToEveryone.name],
  ...[restoreTimelineEntry.name, returnToShipped.name, reactivateTemplate.name],
  // A second record may be hidden from whoever asks.
  ...[relateIncident.name, unrelateIncident.name, mergeActionItem.name],
  ...[proposeRelation.name, confirmRelation.name, declineRelation.name],
]
