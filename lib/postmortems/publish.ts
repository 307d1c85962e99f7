import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { tellPrograms } from '#lib/programs/concern.ts'
import { pinnedTemplate } from '#lib/templates/queries.ts'
import { changedSinceReview } from './changed.ts'
import { heldBack } from './completeness.ts'
import { freezeEarlier } from './earlier.ts'
import { embedsToKeep } from './embedded.ts'
import { type Frozen, freeze, workingContent } from './freeze.ts'
import { mayPublish } from './model.ts'
import { pictureOf } from './picture.ts'
import { type LockedPostmortem, lockPostmortem, postmortemById } from './queries.ts'
import { PostmortemOut, PublishInput } from './schema.ts'
import { tellAll } from './tell.ts'

export const publishPostmortem = command({
  name: 'postmortem.publish',
  summary: 'Publishes the approved revision; readers see it from then on.',
  scope: 'postmortems:write',
  input: PublishInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'publish', 'postmortem', postmortem),
  async run(work, { input: { note }, subject: postmortem }) {
    const { review } = await pinnedTemplate(work, postmortem)
    const content = await workingContent(work, postmortem)
    const decision = mayPublish({
      state: postmortem.state,
      review,
      changed: await changedSinceReview(work, postmortem, content),
    })
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    const missing = heldBack('publish', await pictureOf(work, postmortem, content.sections))
    if (missing.length > 0) refuse({ kind: 'invalid', fields: missing })
    const revision = await freeze(work, postmortem, { note, content })
    await addPublication(work, postmortem, { revision, note })
    await tellAll(work, postmortem, { kind: 'published', revision: revision.ordinal })
    await tellPrograms(work, postmortem)
    return {
      read: () => postmortemById(work, postmortem.id),
      events: [happened('postmortem.published', postmortem.id, { revision: revision.ordinal, note })],
    }
  },
})

export async function addPublication(
  work: Work,
  { id: postmortemId, number, incidentId }: Pick<LockedPostmortem, 'id' | 'number' | 'incidentId'>,
  { revision, note }: { revision: Frozen; note: string },
) {
  const { db, now, actor } = work
  const publishedById = actor.kind === 'person' ? actor.personId : null
  const publicationId = newId(now)
  await db.publication.createMany({
    data: {
      id: publicationId,
      postmortemId,
      revisionId: revision.id,
      publishedById,
      publishedAt: now,
      note,
      embeds: await embedsToKeep(work, { number, sections: revision.content.sections }),
    },
  })
  if (incidentId) await freezeEarlier(work, { publicationId, incidentId })
}
