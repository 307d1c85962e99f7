import type { Work } from '#lib/context.ts'
import { all, type Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayMove, mayUpdate, nextDecisions, nextSteps } from './model.ts'
import type { ActionItemOut } from './schema.ts'
import type { CommitmentKind, ProgressKind } from './vocabulary.ts'

export type ItemStanding = {
  edit: Decision
  update: Decision
  decisions: CommitmentKind[]
  steps: ProgressKind[]
  merge: boolean
}

/** What this actor may do with an item, with the reason where they may not: the same answers the commands would give. */
export async function getItemStanding({ db, actor }: Work, number: number): Promise<ItemStanding> {
  const row = (await db.actionItem.findUnique({ where: { number } })) ?? refuse(notFound)
  const edit = can(actor, 'edit', 'actionItem', row)
  const decisions = edit.allowed ? nextDecisions(row) : []
  return {
    edit,
    update: all(edit, mayUpdate(row)),
    decisions: decisions.filter((kind) => kind !== 'duplicate'),
    steps: edit.allowed ? nextSteps(row) : [],
    merge: decisions.includes('duplicate'),
  }
}

/** What this actor may do with each: for lists, where a denied button in every line would be noise. */
export async function possibleSteps(
  { db, actor }: Work,
  items: readonly ActionItemOut[],
): Promise<Map<number, ProgressKind[]>> {
  const rows = await db.actionItem.findMany({ where: { number: { in: items.map(({ number }) => number) } } })
  const possible = rows.flatMap((row): [number, ProgressKind[]][] => {
    const steps = can(actor, 'edit', 'actionItem', row).allowed && !row.closed ? nextSteps(row) : []
    return steps.length > 0 ? [[row.number, steps]] : []
  })
  return new Map(possible)
}

/** Which of these this actor may change, closed ones too: what came back is told of a closed item. */
export async function editableOf({ db, actor }: Work, numbers: readonly number[]): Promise<Set<number>> {
  const rows = await db.actionItem.findMany({ where: { number: { in: [...numbers] } } })
  return new Set(rows.filter((row) => can(actor, 'edit', 'actionItem', row).allowed).map(({ number }) => number))
}

/** Whether an item could go there, in the words the command would use. */
export async function getMoveStanding({ db }: Work, number: number, to: ProgressKind): Promise<Decision> {
  return mayMove((await db.actionItem.findUnique({ where: { number } })) ?? refuse(notFound), to)
}

/** How many items a change of this actor replaced, while it can still be taken back. */
export const countBefore = ({ db }: Work, edit: string): Promise<number> =>
  db.itemBefore.count({ where: { editId: edit } })
