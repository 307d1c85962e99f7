import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayRetract } from './model.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { PostmortemOut, RetractInput } from './schema.ts'
import { tellAll } from './tell.ts'

export const retractPostmortem = command({
  name: 'postmortem.retract',
  summary: 'Takes a published postmortem back, with a reason that stays readable.',
  scope: 'postmortems:write',
  input: RetractInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'publish', 'postmortem', postmortem),
  async run(work, { input: { reason }, subject: postmortem }) {
    const { db, now, actor } = work
    const decision = mayRetract(postmortem.state)
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    const publication = await db.publication.findFirst({
      where: { postmortemId: postmortem.id },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    })
    if (!publication) return refuse(notFound)
    const retractedById = actor.kind === 'person' ? actor.personId : null
    await db.retraction.createMany({ data: { publicationId: publication.id, retractedById, retractedAt: now, reason } })
    await tellAll(work, postmortem, { kind: 'retracted' })
    return {
      read: () => postmortemById(work, postmortem.id),
      events: [happened('postmortem.retracted', postmortem.id, { reason })],
    }
  },
})
