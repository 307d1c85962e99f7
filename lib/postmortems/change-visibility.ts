import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { reachesBeyond } from './model.ts'
import { lockPostmortem, postmortemById } from './queries.ts'
import { ChangeVisibilityInput, PostmortemOut } from './schema.ts'

/** Closing a record keeps whoever leads it and whoever closes it inside; the search index follows at once. */
export const changeVisibility = command({
  name: 'postmortem.change_visibility',
  summary: 'Changes who may read a postmortem, and its incident with it.',
  scope: 'postmortems:write',
  input: ChangeVisibilityInput,
  output: PostmortemOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { visibility, incidentToo, ...input }, subject: postmortem }) {
    const { db, now } = work
    const restrictedReason = input.restrictedReason ?? null
    const incident = await incidentOf(work, postmortem)
    const follows = incident !== null && incidentToo && incident.visibility !== visibility
    if (follows) {
      const decision = can(work.actor, 'edit', 'incident', incident)
      if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
    }
    const reach = { visibility, teamId: postmortem.teamId }
    if (incident && reachesBeyond(reach, follows ? { ...incident, visibility } : incident))
      refuse(
        invalid(
          'visibility',
          'Its readers would learn of an incident they may not see. Open the incident too, or choose stricter.',
        ),
      )
    if (visibility === 'restricted') await keepInside(work, postmortem, incidentToo && incident ? incident.id : null)
    if (follows)
      await db.incident.update({
        where: { id: incident.id },
        data: { visibility, restrictedReason, version: { increment: 1 }, updatedAt: now },
      })
    await db.postmortem.update({
      where: { id: postmortem.id },
      data: { visibility, restrictedReason, version: { increment: 1 }, updatedAt: now },
    })
    const changed = happened('postmortem.visibility_changed', postmortem.id, {
      from: postmortem.visibility,
      to: visibility,
    })
    const value = await postmortemById(work, postmortem.id)
    if (!follows) return { value, events: [changed] }
    return { value, events: [changed, happened('incident.updated', incident.id, { changed: ['visibility'] })] }
  },
})

function incidentOf({ db, actor }: Work, { incidentId }: { incidentId: string | null }) {
  const mine = actor.kind === 'person' ? { personId: actor.personId } : {}
  return incidentId ? db.incident.findUnique({ where: { id: incidentId }, include: { grants: { where: mine } } }) : null
}

async function keepInside(
  { db, now, actor }: Work,
  { id, leadId }: { id: string; leadId: string },
  incidentId: string | null,
): Promise<void> {
  const closer = actor.kind === 'person' ? actor.personId : leadId
  const people = [...new Set([leadId, closer])]
  const grants = people.flatMap((personId) => [
    { id: newId(now), personId, postmortemId: id, grantedById: closer, grantedAt: now },
    ...(incidentId ? [{ id: newId(now), personId, incidentId, grantedById: closer, grantedAt: now }] : []),
  ])
  await db.grant.createMany({ data: grants, skipDuplicates: true })
}
