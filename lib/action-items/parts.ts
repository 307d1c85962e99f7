import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'

/** Adds incidents; with `only`, takes away those that are not named, as far as this actor sees them. */
export async function linkIncidents(
  { db }: Work,
  actionItemId: string,
  { numbers, also = [], only = false }: { numbers: readonly number[]; also?: readonly string[]; only?: boolean },
): Promise<void> {
  const found =
    numbers.length > 0
      ? await db.incident.findMany({ where: { number: { in: [...numbers] } }, select: { id: true } })
      : []
  if (found.length < new Set(numbers).size) refuse(invalid('incidents', 'Choose incidents that you can see.'))
  const ids = [...new Set([...found.map(({ id }) => id), ...also])]
  if (only) await db.itemIncident.deleteMany({ where: { actionItemId, incidentId: { notIn: ids } } })
  if (ids.length === 0) return
  await db.itemIncident.createMany({
    data: ids.map((incidentId) => ({ actionItemId, incidentId })),
    skipDuplicates: true,
  })
}

export async function setLinks(
  { db, now }: Work,
  actionItemId: string,
  links: readonly { label: string; url: string }[],
): Promise<void> {
  await db.itemLink.deleteMany({ where: { actionItemId } })
  await db.itemLink.createMany({
    data: links.map((link, position) => ({ id: newId(now), actionItemId, position, ...link })),
  })
}
