import type { Actor } from '#lib/actor.ts'
import { acceptSuggestion } from '#lib/comments/accept.ts'
import { declineSuggestion } from '#lib/comments/decline.ts'
import { replyToThread } from '#lib/comments/reply.ts'
import { reopenThread, resolveThread } from '#lib/comments/resolve.ts'
import { rewordComment, takeBackComment } from '#lib/comments/reword.ts'
import { startThread } from '#lib/comments/start.ts'
import { addImage } from '#lib/images/add.ts'
import { can } from '#lib/policy/can.ts'
import { png } from './pictures.ts'
import { type Asked, type Probe, probe } from './probe.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'
import type { World } from './world.ts'

/** What colleagues can do around the text of one postmortem. */
export function ofTalk({ personIds: { tom } }: World, row: StagedPostmortem): Probe[] {
  const { number, publishedAt, hanging } = row
  const is = (verb: 'read' | 'edit' | 'comment') => (actor: Actor) => can(actor, verb, 'postmortem', row).allowed
  const isTom = (actor: Actor) => actor.kind === 'person' && actor.personId === tom
  const sees = (actor: Actor) => is('read')(actor) && (!publishedAt || is('edit')(actor))
  const talks: Asked = { sees, may: is('comment') }
  const own: Asked = { sees, may: (actor) => is('comment')(actor) && isTom(actor) }
  const thread = { number, thread: hanging.threadId }
  const suggestion = { number, thread: hanging.suggestionId }
  const comment = { number, comment: hanging.commentId }
  return [
    probe(startThread, { number, section: 'impact', text: 'For how long?' }, { sees: is('read'), may: is('comment') }),
    probe(addImage, { number, picture: png() }, { sees: is('read'), may: is('edit') }),
    probe(replyToThread, { ...thread, text: 'Since noon.' }, talks),
    probe(resolveThread, thread, talks),
    probe(reopenThread, suggestion, talks),
    probe(rewordComment, { ...comment, text: 'Since when exactly?' }, own),
    probe(takeBackComment, comment, own),
    probe(acceptSuggestion, suggestion, { sees, may: is('edit') }),
    probe(declineSuggestion, suggestion, { sees, may: (actor) => (isTom(actor) ? is('comment') : is('edit'))(actor) }),
  ]
}
