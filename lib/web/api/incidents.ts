import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { getIncident, listIncidents } from '#lib/incidents/queries.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { GetIncidentInput, IncidentListed, IncidentOut, ListIncidentsInput } from '#lib/incidents/schema.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { addTimelineEntry } from '#lib/timeline/add-entry.ts'
import { removeTimelineEntry } from '#lib/timeline/remove-entry.ts'
import { replaceTimeline } from '#lib/timeline/replace.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const record = { with: { record: 'incident' } }

export const incidents = route('/incidents', {
  GET: list({
    name: 'incident.list',
    summary: 'Lists incidents, newest first.',
    scope: 'incidents:read',
    input: ListIncidentsInput,
    item: IncidentListed,
    run: listIncidents,
  }),
  POST: endpoint(recordIncident, { created: ({ number }) => `/api/v1/incidents/${number}` }),
})

export const incident = route('/incidents/{number}', {
  GET: get({
    name: 'incident.get',
    summary: 'Tells the facts of one incident, with its timeline.',
    scope: 'incidents:read',
    input: GetIncidentInput,
    output: IncidentOut,
    run: (work, { number }) => getIncident(work, number),
  }),
  PATCH: endpoint(updateIncident),
})

export const timeline = route('/incidents/{number}/timeline', { PUT: endpoint(replaceTimeline) })
export const timelineEntries = route('/incidents/{number}/timeline/entries', { POST: endpoint(addTimelineEntry) })
export const timelineEntry = route('/incidents/{number}/timeline/entries/{id}', {
  DELETE: endpoint(removeTimelineEntry),
})
export const access = route('/incidents/{number}/access/{person}', {
  PUT: endpoint(grantAccess, record),
  DELETE: endpoint(revokeAccess, record),
})
