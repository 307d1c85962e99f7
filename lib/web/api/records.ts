import { z } from 'zod'
import { listActivity } from '#lib/activity/queries.ts'
import { ActivityOut, SubjectRef } from '#lib/activity/schema.ts'
import type { Scope } from '#lib/actor.ts'
import { breakGlass } from '#lib/grants/break-glass.ts'
import { PublicNumber } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { getRevision } from '#lib/postmortems/queries.ts'
import { listRevisions } from '#lib/postmortems/revisions.ts'
import { ListRevisionsInput, RevisionContent, RevisionListed } from '#lib/postmortems/schema.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

/** What happened to one record, newest first, each as one sentence. */
const activityOf = (kind: z.output<typeof SubjectRef>['kind'], scope: Scope) => ({
  GET: list({
    name: `${kind}.list_activity`,
    summary: 'Lists what happened to it, newest first.',
    scope,
    with: { kind },
    input: PageInput.extend(SubjectRef.shape),
    item: ActivityOut,
    run: (work, { kind, number, ...page }) => listActivity(work, { about: { kind, number }, ...page }),
  }),
})
export const activityOfPostmortem = route(
  '/postmortems/{number}/activity',
  activityOf('postmortem', 'postmortems:read'),
)
export const activityOfIncident = route('/incidents/{number}/activity', activityOf('incident', 'incidents:read'))
export const activityOfActionItem = route(
  '/action-items/{number}/activity',
  activityOf('action_item', 'action-items:read'),
)
export const activityOfProgram = route('/programs/{number}/activity', activityOf('program', 'programs:read'))
export const activityOfRisk = route('/risks/{number}/activity', activityOf('risk', 'programs:read'))
export const activityOfExercise = route('/exercises/{number}/activity', activityOf('exercise', 'programs:read'))
export const activityOfSweep = route('/exposure/{number}/activity', activityOf('sweep', 'programs:read'))

const glassOf = (record: 'postmortem' | 'incident') => ({
  POST: endpoint(breakGlass, {
    as: `${record}.break_glass`,
    with: { record },
    example: { reason: 'The regulator asks for the dates by tonight.' },
    created: () => `/api/v1/${record}s`,
  }),
})
export const glassOfPostmortem = route('/postmortems/{number}/break-glass', glassOf('postmortem'))
export const glassOfIncident = route('/incidents/{number}/break-glass', glassOf('incident'))

export const revisions = route('/postmortems/{number}/revisions', {
  GET: list({
    name: 'postmortem.list_revisions',
    summary: 'Lists the frozen texts of a postmortem, newest first: to readers those that were published.',
    scope: 'postmortems:read',
    input: ListRevisionsInput,
    item: RevisionListed,
    run: listRevisions,
  }),
})
export const revision = route('/postmortems/{number}/revisions/{revision}', {
  GET: get({
    name: 'postmortem.get_revision',
    summary: 'Gives one frozen text with the facts of that moment.',
    scope: 'postmortems:read',
    input: z.strictObject({ number: PublicNumber, revision: PublicNumber }),
    output: RevisionContent,
    run: (work, { number, revision }) => getRevision(work, number, revision),
  }),
})
