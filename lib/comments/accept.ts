import { ChangeSet } from '@codemirror/state'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { append, lockSection } from '#lib/documents/append.ts'
import { textOf } from '#lib/documents/model.ts'
import { happened } from '#lib/events.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { SECTION_MAX } from '#lib/text.ts'
import { placesOf } from './places.ts'
import { type LockedThread, lockThread, threadById } from './queries.ts'
import { ThreadInput, ThreadOut } from './schema.ts'

/** The suggested words take their place through the update log, like typing of whoever accepts them. */
export const acceptSuggestion = command({
  name: 'comment.accept_suggestion',
  summary: 'Puts the suggested words into the text, where the words they replace still stand unchanged.',
  scope: 'postmortems:write',
  input: ThreadInput,
  output: ThreadOut,
  subject: lockThread,
  may: (actor, { postmortem }) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { number }, subject }) {
    const { postmortem, thread } = subject
    const { db, now, actor } = work
    if (thread.replacement === null) refuse({ kind: 'conflict', message: 'This thread suggests no other words.' })
    if (thread.resolution) refuse({ kind: 'conflict', message: 'Somebody decided on this suggestion already.' })
    await replace(work, subject)
    const resolvedById = actor.kind === 'person' ? actor.personId : null
    await db.postmortem.update({ where: { id: postmortem.id }, data: { updatedAt: now } })
    await db.resolution.createMany({
      data: { threadId: thread.id, outcome: 'accepted', resolvedById, resolvedAt: now },
    })
    await tellSuggester(work, subject, 'accepted')
    const section = thread.sectionKey
    return {
      read: () => threadById(work, thread.id),
      events: [
        happened('comment.suggestion_accepted', thread.id, { postmortem: number, section }),
        happened('postmortem.edited', postmortem.id, { sections: [section] }),
      ],
    }
  },
})

async function replace(work: Work, { postmortem, thread }: LockedThread): Promise<void> {
  const section = await lockSection(work, postmortem.id, thread.sectionKey)
  if (!section) return refuse(notFound)
  const { place } = (await placesOf(work, postmortem.id, [thread]))(thread)
  const stands = place ? section.body.slice(place.from, place.to) : ''
  if (!place || stands !== thread.quote)
    return refuse({
      kind: 'conflict',
      message: place
        ? `These words were changed since to “${stands}”. Edit the text, or ask for a new suggestion.`
        : 'The words this would replace are no longer in the text.',
      current: { stands, suggested: thread.replacement },
    })
  const change = { from: place.from, to: place.to, insert: textOf(thread.replacement ?? '') }
  const changes = ChangeSet.of(change, section.body.length)
  if (changes.newLength > SECTION_MAX && changes.newLength > section.body.length)
    refuse({ kind: 'conflict', message: 'With these words the section would be longer than a section can be.' })
  await append(work, [{ section, updates: [{ clientID: `accepted:${thread.id}`, changes }] }])
}

export async function tellSuggester(
  work: Work,
  { postmortem, thread }: LockedThread,
  outcome: 'accepted' | 'declined',
): Promise<void> {
  const people = [thread.comments[0]?.personId ?? null]
  const subject = { kind: 'postmortem', id: postmortem.id } as const
  await notify(work, { kind: 'suggestion_decided', people, subject, facts: { outcome, thread: thread.id } })
}
