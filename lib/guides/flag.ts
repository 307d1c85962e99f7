import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { answerers, lockGuide } from './owners.ts'
import { FlagGuideInput, GuideOut } from './schema.ts'
import { getGuideTalk } from './talk.ts'

export const flagGuide = command({
  name: 'guide.flag',
  summary: 'Says what contradicts a guide. It is contested until its owner team answers.',
  scope: 'guides:write',
  input: FlagGuideInput,
  output: GuideOut,
  subject: (work, { guide }) => lockGuide(work, guide),
  may: (actor) => can(actor, 'flag', 'guide'),
  async run(work, { input: { guide, text, incident, postmortem }, subject: { id, teamId } }) {
    const { db, now, actor } = work
    const flagId = newId(now)
    await db.guideFlag.createMany({
      data: {
        id: flagId,
        guideId: id,
        text,
        at: now,
        byId: actor.kind === 'person' ? actor.personId : null,
        incidentId: incident ? await incidentId(work, incident) : null,
        postmortemId: postmortem ? await postmortemId(work, postmortem) : null,
      },
    })
    await notify(work, {
      kind: 'guide_contested',
      people: await answerers(work, teamId),
      subject: { kind: 'guide', id },
      facts: { flagId },
    })
    return { read: () => getGuideTalk(work, guide), events: [happened('guide.flagged', id, { flagId, text })] }
  },
})

const select = { id: true } as const

async function incidentId({ db }: Work, number: number): Promise<string> {
  const row = await db.incident.findUnique({ where: { number }, select })
  return row?.id ?? refuse(invalid('incident', 'Choose an incident that you can see.'))
}

async function postmortemId({ db }: Work, number: number): Promise<string> {
  const row = await db.postmortem.findUnique({ where: { number }, select })
  return row?.id ?? refuse(invalid('postmortem', 'Choose a postmortem that you can see.'))
}
