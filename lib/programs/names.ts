import type { Work } from '#lib/context.ts'

/** Who wrote rows that keep only an id; what no person wrote was written by the product. */
export async function namesOf({ db }: Work, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const rows = await db.person.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id ?? '') ?? 'Firebreak'
}
