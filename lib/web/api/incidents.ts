import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { changeSeverity } from '#lib/incidents/change-severity.ts'
import { confirmRelation } from '#lib/incidents/confirm-relation.ts'
import { declineRelation } from '#lib/incidents/decline-relation.ts'
import { proposeRelation } from '#lib/incidents/propose-relation.ts'
import { getIncident, listIncidents } from '#lib/incidents/queries.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { relateIncident } from '#lib/incidents/relate.ts'
import { getRelations } from '#lib/incidents/relations.ts'
import {
  GetIncidentInput,
  IncidentListed,
  IncidentOut,
  ListIncidentsInput,
  RelationsOut,
} from '#lib/incidents/schema.ts'
import { unrelateIncident } from '#lib/incidents/unrelate.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { getSimilar } from '#lib/similar/queries.ts'
import { SimilarIncidentsOut } from '#lib/similar/schema.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const given = { with: { record: 'incident' } }

const created = ({ number }: { number: number }) => `/api/v1/incidents/${number}`

export const incidents = route('/incidents', {
  GET: list({
    name: 'incident.list',
    summary: 'Lists incidents, newest first.',
    scope: 'incidents:read',
    input: ListIncidentsInput,
    item: IncidentListed,
    run: listIncidents,
  }),
  POST: endpoint(recordIncident, {
    created,
    example: {
      title: 'Resolvers refused valid answers',
      severity: 'sev2',
      kind: 'degradation',
      team: 'edge',
      services: [{ service: 'edge-proxy', role: 'origin' }],
      milestones: { impactStarted: '2026-06-10T12:04:00Z', detected: '2026-06-10T12:11:00Z' },
      externalId: 'pager-48213',
    },
  }),
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
  PATCH: endpoint(updateIncident, { example: { version: 2, milestones: { resolved: '2026-06-10T12:45:00Z' } } }),
})

export const severityChanges = route('/incidents/{number}/severity-changes', {
  POST: endpoint(changeSeverity, {
    created,
    example: { severity: 'sev1', at: '2026-06-10T12:30:00Z', reason: 'A second continent was affected.' },
  }),
})
export const relations = route('/incidents/{number}/relations', {
  GET: get({
    name: 'incident.relations',
    summary: 'Tells which other incidents it is linked with, both ways round, and which links are proposed.',
    scope: 'incidents:read',
    input: GetIncidentInput,
    output: RelationsOut,
    run: (work, { number }) => getRelations(work, number),
  }),
  POST: endpoint(relateIncident, {
    created: ({ number }) => `/api/v1/incidents/${number}/relations`,
    example: { relation: 'repeat_of', other: 18, note: 'The same limit, one region further.' },
  }),
})
export const similar = route('/incidents/{number}/similar', {
  GET: get({
    name: 'incident.similar',
    summary:
      'Tells which incidents resemble it, each with the reasons: mechanism, service, trigger, identifiers, words.',
    scope: 'incidents:read',
    input: GetIncidentInput,
    output: SimilarIncidentsOut,
    run: (work, { number }) => getSimilar(work, number),
  }),
})
export const relationProposals = route('/incidents/{number}/relation-proposals', {
  POST: endpoint(proposeRelation, {
    created: ({ number }) => `/api/v1/incidents/${number}/relations`,
    example: { relation: 'same_mechanism', other: 18, note: 'Both retried without a limit.' },
  }),
})
export const relationConfirmation = route('/incidents/{number}/relation-proposals/{id}/confirmation', {
  PUT: endpoint(confirmRelation),
})
export const relationRefusals = route('/incidents/{number}/relation-refusals', {
  POST: endpoint(declineRelation, {
    created: ({ number }) => `/api/v1/incidents/${number}/relations`,
    example: { other: 18, note: 'Another limit, in another part.' },
  }),
})
export const relation = route('/incidents/{number}/relations/{id}', { DELETE: endpoint(unrelateIncident) })
export const access = route('/incidents/{number}/access/{person}', {
  PUT: endpoint(grantAccess, { ...given, as: 'incident.grant_access', example: { reason: 'Joined the response' } }),
  DELETE: endpoint(revokeAccess, { ...given, as: 'incident.revoke_access' }),
})
