import type { Work } from '#lib/context.ts'
import { all, type Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayClose, mayReopen, mayUpdate } from './model.ts'
import type { ActionItemOut } from './schema.ts'

export type ItemStanding = Record<'update' | 'close' | 'reopen', Decision>

/** What this actor may do with an item, with the reason where they may not: the same answers the commands would give. */
export async function getItemStanding({ db, actor }: Work, number: number): Promise<ItemStanding> {
  const row = (await db.actionItem.findUnique({ where: { number } })) ?? refuse(notFound)
  const edit = can(actor, 'edit', 'actionItem', row)
  return { update: all(edit, mayUpdate(row)), close: all(edit, mayClose(row)), reopen: all(edit, mayReopen(row)) }
}

/** The numbers of those this actor may change: for lists, where a denied button in every line would be noise. */
export async function editableItems({ db, actor }: Work, items: readonly ActionItemOut[]): Promise<Set<number>> {
  const rows = await db.actionItem.findMany({
    where: { number: { in: items.map(({ number }) => number) } },
    select: { number: true, ownerId: true, teamId: true, createdById: true },
  })
  return new Set(rows.filter((row) => can(actor, 'edit', 'actionItem', row).allowed).map(({ number }) => number))
}
