import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { lockThread, threadById } from './queries.ts'
import { ReplyInput, ThreadOut } from './schema.ts'
import { resolveMentions, tellOfComment } from './tell.ts'

export const replyToThread = command({
  name: 'comment.reply',
  summary: 'Replies in a thread about a postmortem’s text.',
  scope: 'postmortems:write',
  input: ReplyInput,
  output: ThreadOut,
  subject: lockThread,
  may: (actor, { postmortem }) => can(actor, 'comment', 'postmortem', postmortem),
  async run(work, { input: { number, text: typed }, subject: { postmortem, thread } }) {
    const { db, now, actor } = work
    if (actor.kind !== 'person') return refuse({ kind: 'forbidden', reason: 'Comments are written by people.' })
    const commentId = newId(now)
    const text = await resolveMentions(work, typed)
    await db.comment.createMany({
      data: { id: commentId, threadId: thread.id, personId: actor.personId, writtenAt: now },
    })
    await db.commentWording.createMany({ data: { commentId, ordinal: 1, text, writtenAt: now } })
    const people = [postmortem.leadId, ...thread.comments.map(({ personId }) => personId)]
    await tellOfComment(work, { postmortemId: postmortem.id, commentId, text, people })
    return {
      read: () => threadById(work, thread.id),
      events: [happened('comment.replied', thread.id, { postmortem: number, section: thread.sectionKey })],
    }
  },
})
