import { acceptSuggestion } from '#lib/comments/accept.ts'
import { declineSuggestion } from '#lib/comments/decline.ts'
import { listThreads } from '#lib/comments/queries.ts'
import { replyToThread } from '#lib/comments/reply.ts'
import { reopenThread, resolveThread } from '#lib/comments/resolve.ts'
import { rewordComment, takeBackComment } from '#lib/comments/reword.ts'
import { ListThreadsInput, ThreadOut } from '#lib/comments/schema.ts'
import { startThread } from '#lib/comments/start.ts'
import { endpoint, list } from '../operation.ts'
import { route } from '../routes.ts'

export const threads = route('/postmortems/{number}/threads', {
  GET: list({
    name: 'comment.list_threads',
    summary: 'Lists the threads about a postmortem’s text, for those who may see the text as it is written.',
    scope: 'postmortems:read',
    input: ListThreadsInput,
    item: ThreadOut,
    run: listThreads,
  }),
  POST: endpoint(startThread, {
    created: () => '/api/v1/postmortems',
    example: {
      section: 'impact',
      quote: 'one request in nine',
      text: 'Is this of all requests, or of those to Lisbon?',
    },
  }),
})
export const replies = route('/postmortems/{number}/threads/{thread}/comments', {
  POST: endpoint(replyToThread, { created: () => '/api/v1/postmortems', example: { text: 'Of those to Lisbon.' } }),
})
export const resolution = route('/postmortems/{number}/threads/{thread}/resolution', {
  PUT: endpoint(resolveThread),
  DELETE: endpoint(reopenThread),
})
export const acceptance = route('/postmortems/{number}/threads/{thread}/acceptance', {
  PUT: endpoint(acceptSuggestion),
})
export const declining = route('/postmortems/{number}/threads/{thread}/declining', {
  PUT: endpoint(declineSuggestion, { example: { note: 'The number is right; the sentence before says of what.' } }),
})
export const comment = route('/postmortems/{number}/comments/{comment}', {
  PATCH: endpoint(rewordComment, { example: { text: 'Is this of all requests?' } }),
  DELETE: endpoint(takeBackComment),
})
