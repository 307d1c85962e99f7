import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { tellSuggester } from './accept.ts'
import { lockThread, threadById } from './queries.ts'
import { DeclineInput, ThreadOut } from './schema.ts'

/** Whoever edits declines; whoever suggested may think better of it. */
export const declineSuggestion = command({
  name: 'comment.decline_suggestion',
  summary: 'Leaves the text as it is, with a word on why where one helps.',
  scope: 'postmortems:write',
  input: DeclineInput,
  output: ThreadOut,
  subject: lockThread,
  may: (actor, { postmortem, thread }) => {
    const mine = actor.kind === 'person' && actor.personId === thread.comments[0]?.personId
    return can(actor, mine ? 'comment' : 'edit', 'postmortem', postmortem)
  },
  async run(work, { input: { number, note }, subject }) {
    const { thread } = subject
    const { db, now, actor } = work
    if (thread.replacement === null) refuse({ kind: 'conflict', message: 'This thread suggests no other words.' })
    if (thread.resolution) refuse({ kind: 'conflict', message: 'Somebody decided on this suggestion already.' })
    const resolvedById = actor.kind === 'person' ? actor.personId : null
    await db.resolution.createMany({
      data: { threadId: thread.id, outcome: 'declined', note, resolvedById, resolvedAt: now },
    })
    await tellSuggester(work, subject, 'declined')
    return {
      read: () => threadById(work, thread.id),
      events: [happened('comment.suggestion_declined', thread.id, { postmortem: number, section: thread.sectionKey })],
    }
  },
})
