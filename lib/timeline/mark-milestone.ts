import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { milestoneColumns, milestonesOf, refuseFuture } from '#lib/incidents/columns.ts'
import { incidentById, lockIncident } from '#lib/incidents/queries.ts'
import { IncidentOut } from '#lib/incidents/schema.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { MarkMilestoneInput } from './schema.ts'

/** The entry stands for the milestone, and the milestone takes its time: under the rules for changing the facts. */
export const markMilestone = command({
  name: 'incident.mark_milestone',
  summary: 'Lets an entry of the timeline stand for a milestone of the incident, which takes its time.',
  scope: 'incidents:write',
  input: MarkMilestoneInput,
  output: IncidentOut,
  subject: async (work, { number, id }) => {
    const incident = await lockIncident(work, number)
    const entry = await work.db.timelineEntry.findFirst({ where: { id, incidentId: incident.id } })
    return { incident, entry: entry ?? refuse(notFound) }
  },
  may: (actor, { incident }) => can(actor, 'edit', 'incident', incident),
  async run(work, { input: { version, milestone = null }, subject: { incident, entry } }) {
    const { db, now } = work
    if (version !== incident.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this incident meanwhile. Look again and save once more.',
        current: await incidentById(work, incident.id),
      })
    if (milestone && entry.precision === 'within')
      refuse(
        invalid('milestone', 'This time is known only within a range. Say when it was before it marks a milestone.'),
      )
    const points = milestone ? { [milestone]: entry.at } : {}
    refuseFuture({ ...milestonesOf(incident), ...points }, now)
    if (milestone)
      await db.timelineEntry.updateMany({ where: { incidentId: incident.id, milestone }, data: { milestone: null } })
    await db.timelineEntry.update({ where: { id: entry.id }, data: { milestone } })
    await db.incident.update({
      where: { id: incident.id },
      data: { ...milestoneColumns(points), version: { increment: 1 }, updatedAt: now },
    })
    const counts = { added: 0, removed: 0, changed: 1 }
    const marked = happened('incident.timeline_changed', incident.id, { ...counts, ...(milestone && { milestone }) })
    return {
      read: () => incidentById(work, incident.id),
      events: milestone ? [marked, happened('incident.updated', incident.id, { changed: ['milestones'] })] : [marked],
    }
  },
})
