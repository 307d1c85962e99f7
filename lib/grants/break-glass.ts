import { onIdentityTables } from '#lib/auth/identity-tables.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { keyOf, listGrants } from './queries.ts'
import { AccessOut, BreakGlassInput } from './schema.ts'

/**
 * An administrator opens a restricted record for themselves. It works at once, needs a reason, and everybody with
 * access sees who did it and why. The record is looked up as the owner, because its visitor cannot see it yet.
 */
export const breakGlass = command({
  name: 'record.break_glass',
  summary: 'Opens a restricted record for an administrator, who gives a reason everybody involved sees.',
  scope: 'admin:write',
  input: BreakGlassInput,
  output: AccessOut,
  subject: (work, { record, number }) => {
    // Before looking as the owner: whether there is such a record is already more than others may know.
    const decision = can(work.actor, 'breakGlass', record)
    if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
    return onIdentityTables(work, async (db) => {
      // Locked like every subject: two requests at once would both find no access and both write it.
      const rows = await (record === 'postmortem'
        ? db.$queryRaw<{ id: string }[]>`
            select "id" from "Postmortem" where "number" = ${number} and "visibility" = 'restricted' for update`
        : db.$queryRaw<{ id: string }[]>`
            select "id" from "Incident" where "number" = ${number} and "visibility" = 'restricted' for update`)
      const [row] = rows
      if (!row || work.actor.kind !== 'person') return refuse(notFound)
      // Here, because a token made without the restricted flag does not see the grants of its own person.
      const grant = await db.grant.findFirst({ where: { personId: work.actor.personId, ...keyOf(record, row.id) } })
      return { ...row, open: grant !== null }
    })
  },
  may: (actor, _, { record }) => can(actor, 'breakGlass', record),
  async run(work, { input: { record, reason }, subject: { id, open } }) {
    const { db, now, actor } = work
    if (actor.kind !== 'person') return refuse(notFound)
    const { personId, name } = actor
    if (open) refuse({ kind: 'conflict', message: 'You have access to this already.' })
    await db.grant.createMany({
      data: {
        id: newId(now),
        personId,
        ...keyOf(record, id),
        grantedById: personId,
        grantedAt: now,
        breakGlass: true,
        reason,
      },
    })
    return {
      read: () => listGrants(work, record, id),
      events: [happened(`${record}.access_granted`, id, { personId, name, breakGlass: true, reason })],
    }
  },
})
