import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import { changedSinceReview } from './changed.ts'
import { freeze, workingContent } from './freeze.ts'
import { mayPublish, missingSections } from './model.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { PostmortemOut, PublishInput } from './schema.ts'
import { tellAll } from './tell.ts'
import { mayLeave } from './undecided.ts'

export const publishPostmortem = command({
  name: 'postmortem.publish',
  summary: 'Publishes the approved revision; readers see it from then on.',
  scope: 'postmortems:write',
  input: PublishInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'publish', 'postmortem', postmortem),
  async run(work, { input: { note }, subject: postmortem }) {
    const template = await pinnedTemplate(work, postmortem)
    const decision = mayPublish({
      state: postmortem.state,
      review: template.review,
      changed: await changedSinceReview(work, postmortem),
    })
    const decided = all(decision, await mayLeave(work, postmortem))
    if (!decided.allowed) refuse({ kind: 'conflict', message: decided.reason })
    const revision = await freeze(work, postmortem, note)
    const missing = missingSections(
      template,
      postmortem.incident?.severity ?? null,
      new Map((await workingContent(work, postmortem)).sections.map(({ key, body }) => [key, body])),
    )
    if (missing.length > 0) refuse({ kind: 'invalid', fields: missing })
    await addPublication(work, { postmortemId: postmortem.id, revisionId: revision.id, note })
    await tellAll(work, postmortem, { kind: 'published', revision: revision.ordinal })
    return {
      value: await postmortemById(work, postmortem.id),
      events: [happened('postmortem.published', postmortem.id, { revision: revision.ordinal, note })],
    }
  },
})

export async function addPublication(
  { db, now, actor }: Work,
  { postmortemId, revisionId, note }: { postmortemId: string; revisionId: string; note: string },
) {
  const publishedById = actor.kind === 'person' ? actor.personId : null
  await db.publication.createMany({
    data: { id: newId(now), postmortemId, revisionId, publishedById, publishedAt: now, note },
  })
}
