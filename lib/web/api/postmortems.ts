import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { decideReview } from '#lib/postmortems/decide.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { getPostmortem, getWorkingText, listPostmortems } from '#lib/postmortems/queries.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import {
  EditedOut,
  GetPostmortemInput,
  ListPostmortemsInput,
  PostmortemListed,
  PostmortemOut,
} from '#lib/postmortems/schema.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const record = { with: { record: 'postmortem' } }
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
  POST: endpoint(draftPostmortem, { created }),
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
  PATCH: endpoint(editPostmortem),
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
      return { number, title: row.title, sections: given }
    },
  }),
})

export const reviews = route('/postmortems/{number}/reviews', { POST: endpoint(requestReview, { created }) })
export const decisions = route('/postmortems/{number}/reviews/current/decisions', {
  POST: endpoint(decideReview, { created }),
})
export const publication = route('/postmortems/{number}/publication', {
  PUT: endpoint(publishPostmortem),
  DELETE: endpoint(retractPostmortem),
})
export const amendments = route('/postmortems/{number}/amendments', { POST: endpoint(amendPostmortem, { created }) })
export const visibility = route('/postmortems/{number}/visibility', { PUT: endpoint(changeVisibility) })
export const access = route('/postmortems/{number}/access/{person}', {
  PUT: endpoint(grantAccess, record),
  DELETE: endpoint(revokeAccess, record),
})
