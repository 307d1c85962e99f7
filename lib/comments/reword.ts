import type { Actor } from '#lib/actor.ts'
import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { lockComment, threadById } from './queries.ts'
import { RewordInput, TakeBackInput, ThreadOut } from './schema.ts'
import { resolveMentions, tellOfComment } from './tell.ts'

type Subject = Awaited<ReturnType<typeof lockComment>>

const mayChange = (actor: Actor, { postmortem, comment }: Subject) =>
  all(
    can(actor, 'comment', 'postmortem', postmortem),
    when(actor.kind === 'person' && actor.personId === comment.personId, 'Whoever wrote a comment can change it.'),
  )

const takenBack: Parameters<typeof refuse>[0] = { kind: 'conflict', message: 'This comment was taken back.' }

/** The words before stay beside it for everybody who sees the thread: nobody is answered by a text that was never there. */
export const rewordComment = command({
  name: 'comment.reword',
  summary: 'Changes the words of one’s own comment; the earlier ones stay to be seen.',
  scope: 'postmortems:write',
  input: RewordInput,
  output: ThreadOut,
  subject: lockComment,
  may: mayChange,
  async run(work, { input: { number, text: typed }, subject: { postmortem, comment } }) {
    const [newest] = comment.wordings
    if (!newest || newest.text === null) return refuse(takenBack)
    const text = await resolveMentions(work, typed)
    const { id: commentId, thread } = comment
    if (text !== newest.text) {
      const ordinal = newest.ordinal + 1
      await work.db.commentWording.createMany({ data: { commentId, ordinal, text, writtenAt: work.now } })
      await tellOfComment(work, { postmortemId: postmortem.id, commentId, text })
    }
    return {
      read: () => threadById(work, thread.id),
      events: [happened('comment.reworded', thread.id, { postmortem: number, section: thread.sectionKey })],
    }
  },
})

/** It is shown to nobody any more, and that it was there stays visible: answers to it would hang in the air. */
export const takeBackComment = command({
  name: 'comment.take_back',
  summary: 'Takes back one’s own comment. That there was one stays visible; what it said does not.',
  scope: 'postmortems:write',
  input: TakeBackInput,
  output: ThreadOut,
  subject: lockComment,
  may: mayChange,
  async run({ db, now, ...rest }, { input: { number }, subject: { comment } }) {
    const [newest] = comment.wordings
    if (!newest || newest.text === null) return refuse(takenBack)
    const { id: commentId, thread } = comment
    await db.commentWording.createMany({ data: { commentId, ordinal: newest.ordinal + 1, writtenAt: now } })
    const value = await threadById({ db, now, ...rest }, thread.id)
    // A thread in which nothing is said any more waits for nobody.
    if (value.state === 'open' && value.comments.every(({ text }) => text === null)) {
      const resolvedById = comment.personId
      await db.resolution.createMany({
        data: { threadId: thread.id, outcome: 'resolved', resolvedById, resolvedAt: now },
      })
    }
    return {
      read: () => threadById({ db, now, ...rest }, thread.id),
      events: [happened('comment.taken_back', thread.id, { postmortem: number, section: thread.sectionKey })],
    }
  },
})
