import { addTimelineEntries } from '#lib/timeline/add-entries.ts'
import { addTimelineEntry } from '#lib/timeline/add-entry.ts'
import { bringInEvidence } from '#lib/timeline/bring-in.ts'
import { discardEvidence } from '#lib/timeline/discard-evidence.ts'
import { editTimelineEntry } from '#lib/timeline/edit-entry.ts'
import { gatherEvidence } from '#lib/timeline/gather-evidence.ts'
import { markMilestone } from '#lib/timeline/mark-milestone.ts'
import { listEvidence, listRemovedEntries } from '#lib/timeline/queries.ts'
import { removeTimelineEntry } from '#lib/timeline/remove-entry.ts'
import { replaceTimeline } from '#lib/timeline/replace.ts'
import { restoreTimelineEntry } from '#lib/timeline/restore-entry.ts'
import { EvidenceOut, ListEvidenceInput, ListRemovedEntriesInput, RemovedEntryOut } from '#lib/timeline/schema.ts'
import { setAsideEntry } from '#lib/timeline/set-aside.ts'
import { endpoint, list } from '../operation.ts'
import { route } from '../routes.ts'

const created = ({ number }: { number: number }) => `/api/v1/incidents/${number}`
const entry = { at: '2026-06-10T12:11:00Z', kind: 'alert', text: 'The error-budget alert of the resolvers fired.' }

export const timeline = route('/incidents/{number}/timeline', {
  PUT: endpoint(replaceTimeline, {
    example: { version: 3, entries: [{ ...entry, precision: 'exact', knownAt: '2026-06-10T12:14:00Z' }] },
  }),
})
export const timelineEntries = route('/incidents/{number}/timeline/entries', {
  POST: endpoint(addTimelineEntry, { created, example: entry }),
})
export const timelineEntry = route('/incidents/{number}/timeline/entries/{id}', {
  PATCH: endpoint(editTimelineEntry, {
    example: {
      ...entry,
      at: '2026-06-10T12:09:00Z',
      correction: 'The alert carries the time it was evaluated at.',
      seen: entry,
    },
  }),
  DELETE: endpoint(removeTimelineEntry),
})
export const timelineMilestone = route('/incidents/{number}/timeline/entries/{id}/milestone', {
  PUT: endpoint(markMilestone, { example: { version: 3, milestone: 'detected' } }),
})
export const timelineSettingAside = route('/incidents/{number}/timeline/entries/{id}/setting-aside', {
  POST: endpoint(setAsideEntry),
})
export const timelineLines = route('/incidents/{number}/timeline/lines', {
  POST: endpoint(addTimelineEntries, {
    created,
    example: { entries: [entry, { at: '+5m', kind: 'acknowledgement', text: 'Answered.' }] },
  }),
})
export const removedEntries = route('/incidents/{number}/timeline/removed', {
  GET: list({
    name: 'incident.list_removed_entries',
    summary: 'Lists what was taken out of the timeline and is not back, newest first, up to 100.',
    scope: 'incidents:read',
    input: ListRemovedEntriesInput,
    item: RemovedEntryOut,
    run: listRemovedEntries,
  }),
})
export const removedEntry = route('/incidents/{number}/timeline/removed/{event}/restoration', {
  POST: endpoint(restoreTimelineEntry),
})
export const evidence = route('/incidents/{number}/timeline/evidence', {
  GET: list({
    name: 'incident.list_evidence',
    summary: 'Lists what was gathered beside the timeline, in the order it happened.',
    scope: 'incidents:read',
    input: ListEvidenceInput,
    item: EvidenceOut,
    run: listEvidence,
  }),
  POST: endpoint(gatherEvidence, {
    created: ({ number }) => `/api/v1/incidents/${number}/timeline/evidence`,
    example: {
      transcript: 'Marta Reis  [2:02 PM]\nPurges are slow in Lisbon\n\nKenji Ito  [2:05 PM]\nlooking',
      zone: 'Europe/Lisbon',
      day: '2026-06-10',
      rename: true,
      names: [{ name: 'Marta Reis', role: 'Incident lead' }],
    },
  }),
})
export const evidenceEntry = route('/incidents/{number}/timeline/evidence/{id}/entry', {
  POST: endpoint(bringInEvidence, { created, example: { kind: 'acknowledgement', text: 'Somebody answers.' } }),
})
export const gathering = route('/incidents/{number}/timeline/gatherings/{gathering}', {
  DELETE: endpoint(discardEvidence),
})
