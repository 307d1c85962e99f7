import type { Work } from '#lib/context.ts'
import { type Happening, happened } from '#lib/events.ts'
import type { ExportedItem } from '#lib/exports/schema.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import type { Names } from './names.ts'
import { isUuid } from './plan.ts'
import { notAfter } from './store-postmortems.ts'

export type ItemIn = { item: ExportedItem; postmortemId: string | null; ownerId?: string | null }

/** Action items under the ids their files give them. One that was closed here stays closed. */
export async function settleItems(work: Work, given: readonly ItemIn[], names: Names): Promise<Happening[]> {
  if (given.length === 0) return []
  const { db, now, actor } = work
  const known = await knownItems(work, given)
  const createdById = actor.kind === 'person' ? actor.personId : null
  const fresh = given.filter(({ item }) => !known.has(item.id)).map((each) => ({ ...each, id: newId(now) }))
  await db.actionItem.createMany({
    data: fresh.map(({ id, item, postmortemId, ownerId = null }) => ({
      id,
      externalId: item.id,
      postmortemId,
      ownerId,
      createdById,
      createdAt: now,
      updatedAt: now,
      ...itemColumns(item, names),
    })),
  })
  const again = given.flatMap(({ item, ownerId }) => {
    const row = known.get(item.id)
    const decision = row && can(actor, 'edit', 'actionItem', row)
    if (decision && !decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
    return row ? [{ id: row.id, item, ownerId, closed: row.closed }] : []
  })
  for (const { id, item, ownerId } of again)
    await db.actionItem.update({
      where: { id },
      data: { ...itemColumns(item, names), ...(ownerId && { ownerId }), version: { increment: 1 }, updatedAt: now },
    })
  await closeItems(
    work,
    [...fresh, ...again.filter(({ closed }) => !closed)].map(({ id, item: { closure } }) => ({ id, closure })),
  )
  return [
    ...fresh.map(({ id, item }) => happened('action_item.proposed', id, { title: item.title, dueOn: item.dueOn })),
    ...again.map(({ id }) => happened('action_item.updated', id, { changed: ['title', 'dueOn', 'doneWhen'] })),
  ]
}

/** It was promised and ended elsewhere. What was said there is its evidence here, and nobody here verified it. */
async function closeItems(
  { db, now, actor }: Work,
  items: readonly { id: string; closure: ExportedItem['closure'] }[],
): Promise<void> {
  const byId = actor.kind === 'person' ? actor.personId : null
  const ended = items.flatMap(({ id, closure }) =>
    closure
      ? [{ actionItemId: id, ...closure, note: closure.note.trim() || NO_NOTE, at: notAfter(now, closure.at) }]
      : [],
  )
  await db.commitment.createMany({
    data: ended.map(({ actionItemId, at }) => ({ id: newId(now), actionItemId, kind: 'accepted' as const, byId, at })),
  })
  await db.itemEvidence.createMany({
    data: ended
      .filter(({ outcome }) => outcome === 'done')
      .map(({ actionItemId, note, at }) => ({ id: newId(now), actionItemId, kind: 'other' as const, note, byId, at })),
  })
  await db.progress.createMany({
    data: ended.map(({ actionItemId, outcome, note, at }) => ({
      id: newId(now),
      actionItemId,
      note,
      byId: null,
      at,
      kind: outcome === 'done' ? ('verified' as const) : ('dropped' as const),
    })),
  })
}

const NO_NOTE = 'Closed before it was imported.'

export async function knownItems({ db }: Work, given: readonly { item: ExportedItem }[]) {
  const ids = given.map(({ item }) => item.id)
  const rows = await db.actionItem.findMany({
    where: { OR: [{ externalId: { in: ids } }, { id: { in: ids.filter(isUuid) } }] },
    select: { id: true, number: true, externalId: true, closed: true, teamId: true, ownerId: true, createdById: true },
  })
  return new Map(rows.map((row) => [ids.includes(row.id) ? row.id : (row.externalId ?? row.id), row]))
}

function itemColumns({ title, doneWhen, priority, team, dueOn, originalDueOn }: ExportedItem, names: Names) {
  return {
    title,
    doneWhen,
    priority,
    teamId: names.team(team).id,
    dueOn: dateFromLocal(dueOn),
    originalDueOn: dateFromLocal(originalDueOn),
  }
}
