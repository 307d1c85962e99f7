import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { getPostmortem, getWorkingText, listPostmortems } from '#lib/postmortems/queries.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { restoreRevision } from '#lib/postmortems/restore-revision.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import {
  EditedOut,
  GetPostmortemInput,
  ListPostmortemsInput,
  PostmortemListed,
  PostmortemOut,
} from '#lib/postmortems/schema.ts'
import { supersedePostmortem } from '#lib/postmortems/supersede.ts'
import { withdrawSupersession } from '#lib/postmortems/withdraw-supersession.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const given = { with: { record: 'postmortem' } }
const created = ({ number }: { number: number }) => `/api/v1/postmortems/${number}`

export const postmortems = route('/postmortems', {
  GET: list({
    name: 'postmortem.list',
    summary: 'Lists postmortems, newest first.',
    scope: 'postmortems:read',
    input: ListPostmortemsInput,
    item: PostmortemListed,
    run: listPostmortems,
  }),
  POST: endpoint(draftPostmortem, {
    created,
    example: { incident: 17, title: 'Resolvers refused valid answers', template: 'classic', team: 'edge' },
  }),
})

export const postmortem = route('/postmortems/{number}', {
  GET: get({
    name: 'postmortem.get',
    summary: 'Gives one postmortem: the published text to readers, the working text before publication.',
    scope: 'postmortems:read',
    input: GetPostmortemInput,
    output: PostmortemOut,
    run: (work, { number }) => getPostmortem(work, number),
  }),
  PATCH: endpoint(editPostmortem, {
    example: { sections: [{ key: 'summary', version: 3, body: 'For 41 minutes, one query in nine failed.' }] },
  }),
})

export const sections = route('/postmortems/{number}/sections', {
  GET: get({
    name: 'postmortem.get_working_text',
    summary: 'Gives the text being worked on, with the versions the next edit must name.',
    scope: 'postmortems:read',
    input: GetPostmortemInput,
    output: EditedOut,
    run: async (work, { number }) => {
      const { row, sections } = await getWorkingText(work, number)
      const given = sections.map(({ key, heading, body, version }) => ({ key, heading, body, version }))
      return { number, title: row.workingTitle, sections: given }
    },
  }),
})

export const reviews = route('/postmortems/{number}/reviews', {
  POST: endpoint(requestReview, { created, example: { reviewers: ['019758c0-0000-7000-8000-000000000001'] } }),
})
export const decisions = route('/postmortems/{number}/reviews/current/decisions', {
  POST: endpoint(decideReview, {
    created,
    example: { verdict: 'ask_for_changes', note: 'Say which alert fired first.' },
  }),
})
export const publication = route('/postmortems/{number}/publication', {
  PUT: endpoint(publishPostmortem, { example: { note: 'First edition' } }),
  DELETE: endpoint(retractPostmortem, { example: { reason: 'It told of the wrong region; a corrected one follows.' } }),
})
export const amendments = route('/postmortems/{number}/amendments', {
  POST: endpoint(amendPostmortem, { created, example: { note: 'The start of impact was ten minutes earlier.' } }),
})
export const supersession = route('/postmortems/{number}/supersession', {
  PUT: endpoint(supersedePostmortem, { example: { by: 58, reason: 'One review of both outages tells it better.' } }),
  DELETE: endpoint(withdrawSupersession, { example: { reason: 'They had different causes after all.' } }),
})
export const restoration = route('/postmortems/{number}/revisions/{revision}/restoration', {
  POST: endpoint(restoreRevision, {}),
})
export const visibility = route('/postmortems/{number}/visibility', {
  PUT: endpoint(changeVisibility, { example: { visibility: 'restricted', restrictedReason: 'security' } }),
})
export const access = route('/postmortems/{number}/access/{person}', {
  PUT: endpoint(grantAccess, {
    ...given,
    as: 'postmortem.grant_access',
    example: { reason: 'Leads the follow-up in the data team' },
  }),
  DELETE: endpoint(revokeAccess, { ...given, as: 'postmortem.revoke_access' }),
})
