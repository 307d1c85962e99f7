import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { mayChange } from './model.ts'
import { me, milestoneOf } from './parts.ts'
import { AdvanceMilestoneInput, PartOut } from './parts-schema.ts'

export const advanceMilestone = command({
  name: 'program.advance_milestone',
  summary: 'Says how far a milestone is; done is 100 and says what shows it.',
  scope: 'programs:write',
  input: AdvanceMilestoneInput,
  output: PartOut,
  subject: milestoneOf,
  may: (actor, { milestone, ...program }) => all(can(actor, 'tell', 'program', program), mayChange(program)),
  async run(work, { input: { percent, note, url }, subject: { milestone, ...program } }) {
    const { db, now } = work
    const dropped = when(!milestone.plans[0]?.dropped, 'It was dropped. Take it up again first.')
    if (!dropped.allowed) refuse(invalid('percent', dropped.reason))
    if (percent === 100 && !note && !url) refuse(invalid('note', 'Say what shows that it is done, or link to it.'))
    await db.milestoneStep.create({
      data: {
        id: newId(now),
        milestoneId: milestone.id,
        percent,
        note,
        url: url ?? '',
        byId: me(work),
        at: now,
      },
    })
    const { title } = milestone
    return {
      value: { program: program.number, id: milestone.id },
      events: [happened('program.milestone_advanced', program.id, { title, percent, note })],
    }
  },
})
