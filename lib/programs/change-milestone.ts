import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal, localFromDate } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { activePerson, me, milestoneOf } from './parts.ts'
import { ChangeMilestoneInput, PartOut } from './parts-schema.ts'

export const changeMilestone = command({
  name: 'program.change_milestone',
  summary: 'Moves a milestone to another date or weight, drops it with a reason, or corrects its words.',
  scope: 'programs:write',
  input: ChangeMilestoneInput,
  output: PartOut,
  subject: milestoneOf,
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input, subject: { milestone, ...program } }) {
    const { db, now } = work
    const { title, exitCriterion, position, owner, team, reason } = input
    const [plan] = milestone.plans
    const before = { dueOn: plan ? localFromDate(plan.dueOn) : '', weight: plan?.weight ?? 1, dropped: !!plan?.dropped }
    const after = {
      dueOn: input.dueOn ?? before.dueOn,
      weight: input.weight ?? before.weight,
      dropped: input.dropped ?? before.dropped,
    }
    const moves = after.dueOn !== before.dueOn
    if (moves && !reason) refuse(invalid('reason', 'Say why the date moves.'))
    if (after.dropped && !before.dropped && !reason) refuse(invalid('reason', 'Say why it is dropped.'))
    const ownerId = owner && owner !== milestone.ownerId ? await activePerson(work, owner, 'owner') : owner
    const teamId = team ? (await teamBySlug(work, team, 'team')).id : team
    await db.milestone.update({
      where: { id: milestone.id },
      data: defined({ title, exitCriterion, ownerId, teamId }),
    })
    if (position !== undefined) await putAt(work, milestone, position)
    if (JSON.stringify(before) !== JSON.stringify(after))
      await db.milestonePlan.create({
        data: {
          id: newId(now),
          milestoneId: milestone.id,
          ...after,
          dueOn: dateFromLocal(after.dueOn),
          reason,
          byId: me(work),
          at: now,
        },
      })
    const told = {
      title: title ?? milestone.title,
      dropped: after.dropped && !before.dropped,
      reason,
      ...(moves && { dueOn: { from: before.dueOn, to: after.dueOn } }),
    }
    return {
      value: { program: program.number, id: milestone.id },
      events: [happened('program.milestone_changed', program.id, told)],
    }
  },
})

/** The program is locked, so that of two who order its milestones the second sees the order of the first. */
async function putAt({ db }: Work, { id, programId }: { id: string; programId: string }, position: number) {
  const rows = await db.milestone.findMany({ where: { programId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  const others = rows.filter((row) => row.id !== id)
  const order = [...others.slice(0, position).map((row) => row.id), id, ...others.slice(position).map((row) => row.id)]
  for (const [place, each] of order.entries())
    await db.milestone.update({ where: { id: each }, data: { position: place } })
}
