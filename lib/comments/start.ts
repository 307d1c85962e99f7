import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { anchorOf } from './anchor.ts'
import { threadById } from './queries.ts'
import { StartThreadInput, ThreadOut } from './schema.ts'
import { resolveMentions, tellOfComment } from './tell.ts'

export const startThread = command({
  name: 'comment.start',
  summary: 'Comments on words of a section or on all of it, or suggests other words for them.',
  scope: 'postmortems:write',
  input: StartThreadInput,
  output: ThreadOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'comment', 'postmortem', postmortem),
  async run(work, { input, subject: postmortem }) {
    const { db, now } = work
    const { number, section, replacement = null } = input
    const anchor = await anchorOf(work, postmortem.id, input)
    if (replacement !== null && anchor.quote === '')
      refuse(invalid('quote', 'Choose the words that your suggestion replaces.'))
    if (replacement === anchor.quote) refuse(invalid('replacement', 'This is what stands there already.'))
    const id = newId(now)
    await db.thread.createMany({
      data: { id, postmortemId: postmortem.id, sectionKey: section, ...anchor, replacement, startedAt: now },
    })
    const text = input.text.trim() === '' ? '' : await resolveMentions(work, input.text)
    const commentId = await write(work, id, text)
    const people = [postmortem.leadId]
    await tellOfComment(work, { postmortemId: postmortem.id, commentId, text, people })
    return {
      read: () => threadById(work, id),
      events: [happened('comment.started', id, { postmortem: number, section, suggestion: replacement !== null })],
    }
  },
})
export type Started = z.output<typeof StartThreadInput>

/** A suggestion may speak for itself. */
async function write({ db, now, actor }: Work, threadId: string, text: string): Promise<string> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden', reason: 'Comments are written by people.' })
  const id = newId(now)
  await db.comment.createMany({ data: { id, threadId, personId: actor.personId, writtenAt: now } })
  await db.commentWording.createMany({
    data: { commentId: id, ordinal: 1, text: text || 'I suggest other words.', writtenAt: now },
  })
  return id
}
