import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { PostmortemOut, SupersedeInput } from './schema.ts'
import { tellAll } from './tell.ts'

/** The old one stays as it is; its readers are led on, if they may read the new one. */
export const supersedePostmortem = command({
  name: 'postmortem.supersede',
  summary: 'Says that another postmortem tells this story now.',
  scope: 'postmortems:write',
  input: SupersedeInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'publish', 'postmortem', postmortem),
  async run(work, { input: { number, by, reason }, subject: postmortem }) {
    const { db, now, actor } = work
    if (number === by) refuse(invalid('by', 'A postmortem cannot supersede itself.'))
    if (await db.supersession.findUnique({ where: { postmortemId: postmortem.id } }))
      refuse({ kind: 'conflict', message: 'It is superseded already. Withdraw that first.' })
    const other = await db.postmortem.findUnique({ where: { number: by }, include: { supersession: true } })
    if (!other) return refuse(invalid('by', `There is no PM-${by} that you can see.`))
    // Otherwise readers would be led round in a circle, or on to something that is not told either.
    if (other.supersession)
      refuse(invalid('by', `PM-${by} is superseded itself. Name the one that tells the story now.`))
    if (other.state === 'retracted') refuse(invalid('by', `PM-${by} was retracted.`))
    const supersededById = actor.kind === 'person' ? actor.personId : null
    await db.supersession.createMany({
      data: { postmortemId: postmortem.id, byId: other.id, supersededById, supersededAt: now, reason },
    })
    await tellAll(work, postmortem, { kind: 'superseded' })
    return {
      read: () => postmortemById(work, postmortem.id),
      events: [happened('postmortem.superseded', postmortem.id, { reason })],
    }
  },
})
