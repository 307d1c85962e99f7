import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { lockThread, threadById } from './queries.ts'
import { ThreadInput, ThreadOut } from './schema.ts'

export const resolveThread = command({
  name: 'comment.resolve',
  summary: 'Says that a thread needs nothing more.',
  scope: 'postmortems:write',
  input: ThreadInput,
  output: ThreadOut,
  subject: lockThread,
  may: (actor, { postmortem }) => can(actor, 'comment', 'postmortem', postmortem),
  async run(work, { input: { number }, subject: { thread } }) {
    if (thread.resolution) refuse({ kind: 'conflict', message: 'Somebody closed this thread already.' })
    if (thread.replacement !== null)
      refuse({ kind: 'conflict', message: 'A suggestion is accepted or declined, so that its writer knows.' })
    const { db, now, actor } = work
    const resolvedById = actor.kind === 'person' ? actor.personId : null
    await db.resolution.createMany({
      data: { threadId: thread.id, outcome: 'resolved', resolvedById, resolvedAt: now },
    })
    return {
      read: () => threadById(work, thread.id),
      events: [happened('comment.resolved', thread.id, { postmortem: number, section: thread.sectionKey })],
    }
  },
})

export const reopenThread = command({
  name: 'comment.reopen',
  summary: 'Opens a resolved thread or a declined suggestion again.',
  scope: 'postmortems:write',
  input: ThreadInput,
  output: ThreadOut,
  subject: lockThread,
  may: (actor, { postmortem }) => can(actor, 'comment', 'postmortem', postmortem),
  async run(work, { input: { number }, subject: { thread } }) {
    if (!thread.resolution) refuse({ kind: 'conflict', message: 'This thread is open already.' })
    if (thread.resolution?.outcome === 'accepted')
      refuse({ kind: 'conflict', message: 'An accepted suggestion is part of the text. Start a new thread about it.' })
    await work.db.resolution.deleteMany({ where: { threadId: thread.id } })
    return {
      read: () => threadById(work, thread.id),
      events: [happened('comment.reopened', thread.id, { postmortem: number, section: thread.sectionKey })],
    }
  },
})
