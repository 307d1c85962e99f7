import type { Actor } from '#lib/actor.ts'
import { changeSeverity } from '#lib/incidents/change-severity.ts'
import { confirmRelation } from '#lib/incidents/confirm-relation.ts'
import { declineRelation } from '#lib/incidents/decline-relation.ts'
import { proposeRelation } from '#lib/incidents/propose-relation.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { unrelateIncident } from '#lib/incidents/unrelate.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { can } from '#lib/policy/can.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
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
import { ofAccess } from './probes-access.ts'
import type { StagedIncident } from './stage-incidents.ts'
import { NOW, type World } from './world.ts'

/** What can be done to one incident, and to its timeline. */
export function ofIncident(cast: World, row: StagedIncident): Probe[] {
  const { number, entryId, evidenceId } = row
  const edits = {
    sees: (actor: Actor) => can(actor, 'read', 'incident', row).allowed,
    may: (actor: Actor) => can(actor, 'edit', 'incident', row).allowed,
  }
  const line = { at: NOW.toISOString(), kind: 'action', text: 'Turned it off and on.' }
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
    probe(
      draftPostmortem,
      { incident: number, title: 'What happened', template: 'classic', team: 'edge' },
      {
        sees: edits.sees,
        may: (actor) => can(actor, 'create', 'postmortem').allowed,
      },
    ),
    ...ofAccess(cast, { record: 'incident', row, edits }),
  ]
}

/** The first asks what removing asks; of the others a second record may be hidden from whoever asks. */
export const unprobedIncidents = [
  restoreTimelineEntry.name,
  ...[relateIncident.name, unrelateIncident.name],
  ...[proposeRelation.name, confirmRelation.name, declineRelation.name],
]
