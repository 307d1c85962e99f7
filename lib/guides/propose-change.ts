import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { notify } from '#lib/notifications/notify.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, notFound, refuse } from '#lib/problem.ts'
import { answerers, lockGuide } from './owners.ts'
import { patchBetween } from './patch.ts'
import { getGuideSource } from './queries.ts'
import { ProposalOut, ProposeChangeInput } from './schema.ts'
import { getProposal } from './talk.ts'

export const proposeChange = command({
  name: 'guide.propose_change',
  summary: 'Proposes a change to the text of a guide. It is kept as a patch for a pull request, and never evaluated.',
  scope: 'guides:write',
  input: ProposeChangeInput,
  output: ProposalOut,
  subject: (work, { guide }) => lockGuide(work, guide),
  may: (actor) => can(actor, 'propose', 'guide'),
  async run(work, { input: { guide, summary, text, version }, subject: { id, teamId } }) {
    const { db, now, actor } = work
    const file = (await getGuideSource(guide)) ?? refuse(notFound)
    if (file.version !== version)
      refuse(conflict('The guide was changed while you wrote. Look at the new text and propose your change to it.'))
    // A text area sends no line end at the end; a file without one would be a change of its own.
    const after = text.endsWith('\n') ? text : `${text}\n`
    if (after === file.source) refuse(invalid('text', 'This is the text as it stands. Change something first.'))
    const patch = patchBetween(guide, file.source, after)
    if (!patch) return refuse(invalid('text', 'This changes too much at once to be reviewed. Propose it in parts.'))
    const { number } = await db.guideProposal.create({
      data: {
        id: newId(now),
        guideId: id,
        summary,
        patch,
        at: now,
        byId: actor.kind === 'person' ? actor.personId : null,
      },
      select: { number: true },
    })
    await notify(work, {
      kind: 'guide_change_proposed',
      people: await answerers(work, teamId),
      subject: { kind: 'guide', id },
      facts: { proposal: number },
    })
    return {
      read: () => getProposal(work, guide, number),
      events: [happened('guide.change_proposed', id, { proposal: number, summary })],
    }
  },
})
