import { z } from 'zod'
import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { type Happening, happened } from '#lib/events.ts'
import { Id } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { localFromDate } from '#lib/time.ts'
import { findMerging, type Merging, takeApart } from './before.ts'
import { ManyOut, named } from './edit-many.ts'
import { assignAll } from './hand-over.ts'
import { lockMany } from './lock-many.ts'
import { mayUpdate } from './model.ts'

/** Puts back what a change of many items or a merging replaced, where nobody went on since: all of them, or none. */
export const undoEdit = command({
  name: 'action_item.undo_edit',
  summary: 'Takes back a change of many action items or a merging, as long as none of them was changed since.',
  scope: 'action-items:write',
  input: z.strictObject({ edit: Id }),
  output: ManyOut,
  async subject(work, { edit }) {
    const find = () => work.db.itemBefore.findMany({ where: { editId: edit }, include: { actionItem: true } })
    const numbers = (await find()).map(({ actionItem }) => actionItem.number)
    if (numbers.length === 0) refuse(notFound)
    await lockMany(work, numbers)
    return { rows: await find(), merging: await findMerging(work, edit) }
  },
  may: (actor) => can(actor, 'create', 'actionItem'),
  async run(work, { input: { edit }, subject: { rows, merging } }) {
    const { db, now, actor } = work
    const refused = rows.flatMap(({ actionItem, version }) => {
      const decision = all(
        can(actor, 'edit', 'actionItem', actionItem),
        when(actionItem.version === version, CHANGED_SINCE),
        merging?.duplicateId === actionItem.id ? when(merging.stands, CHANGED_SINCE) : mayUpdate(actionItem),
      )
      return decision.allowed ? [] : [named(actionItem.number, decision.reason)]
    })
    if (refused.length > 0) refuse({ kind: 'invalid', fields: refused })
    await db.$executeRaw`
      update "ActionItem" a set "ownerId" = b."ownerId", "teamId" = b."teamId", "dueOn" = b."dueOn", "priority" = b."priority",
        "rescheduleCount" = b."rescheduleCount", "version" = a."version" + 1, "updatedAt" = ${now}
      from "ItemBefore" b where b."editId" = ${edit}::uuid and b."actionItemId" = a."id"`
    await assignAll(work, rows.filter(moved).map(placeBefore))
    if (merging) await takeApart(work, edit, merging)
    await db.itemBefore.deleteMany({ where: { editId: edit } })
    const [first, ...rest] = rows.map((row) => (merging ? apart(row, merging) : restored(row)))
    if (!first) return refuse(invalid('edit', 'It was taken back already.'))
    return { value: { edit, items: rows.length }, events: [first, ...rest] }
  },
})

const CHANGED_SINCE = 'It was changed since. Nothing was taken back.'

type Row = {
  ownerId: string | null
  teamId: string
  dueOn: Date
  priority: string
  programId: string | null
  milestoneId: string | null
  actionItem: Omit<Row, 'actionItem'> & { id: string }
}

const moved = ({ actionItem, programId, milestoneId }: Row) =>
  programId !== actionItem.programId || milestoneId !== actionItem.milestoneId

const placeBefore = ({ actionItem, programId, milestoneId }: Row) => ({
  actionItemId: actionItem.id,
  programId,
  milestoneId,
  reason: '',
})

const apart = ({ actionItem: { id } }: Row, { duplicateId, before }: Merging): Happening =>
  id === duplicateId
    ? happened('action_item.decided', id, { from: 'duplicate', to: before, reason: '' })
    : happened('action_item.change_undone', id, { changed: ['duplicates'] })

function restored({ actionItem: now, ...before }: Row): Happening {
  const dueOn = { from: localFromDate(now.dueOn), to: localFromDate(before.dueOn) }
  const redated = dueOn.from !== dueOn.to
  const changed = [
    ...(before.ownerId === now.ownerId ? [] : ['owner']),
    ...(before.teamId === now.teamId ? [] : ['team']),
    ...(redated ? ['dueOn'] : []),
    ...(before.priority === now.priority ? [] : ['priority']),
    ...(moved({ ...before, actionItem: now }) ? ['program'] : []),
  ]
  return happened('action_item.change_undone', now.id, { changed, ...(redated && { dueOn }) })
}
