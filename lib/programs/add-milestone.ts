import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { activePerson, me } from './parts.ts'
import { AddMilestoneInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const addMilestone = command({
  name: 'program.add_milestone',
  summary: 'Adds a milestone with its date, weight and exit criterion to a program.',
  scope: 'programs:write',
  input: AddMilestoneInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { title, exitCriterion, owner, team, dueOn, weight }, subject: program }) {
    const { db, now } = work
    const id = newId(now)
    const ownerId = await activePerson(work, owner, 'owner')
    const teamId = team ? (await teamBySlug(work, team, 'team')).id : null
    const position = await db.milestone.count({ where: { programId: program.id } })
    await db.milestone.create({
      data: { id, programId: program.id, position, title, exitCriterion, ownerId, teamId, createdAt: now },
    })
    await db.milestonePlan.create({
      data: { id: newId(now), milestoneId: id, dueOn: dateFromLocal(dueOn), weight, byId: me(work), at: now },
    })
    return {
      value: { program: program.number, id },
      events: [happened('program.milestone_added', program.id, { title, dueOn })],
    }
  },
})
