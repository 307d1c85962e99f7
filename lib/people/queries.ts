import type { Work } from '#lib/context.ts'

/** 500 names in a select is as far as a native list stays usable; larger companies search (people pages). */
const OPTIONS_MAX = 500

export type PersonOption = { id: string; name: string; title: string }

/** Everybody who is active, by name: for choosing reviewers, leads and owners. */
export async function listActivePeople({ db }: Work): Promise<PersonOption[]> {
  return db.person.findMany({
    where: { deactivatedAt: null, role: { not: 'guest' } },
    select: { id: true, name: true, title: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: OPTIONS_MAX,
  })
}

/** Who wrote rows that keep only an id; what no person wrote was written by the product. */
export async function namesOf({ db }: Work, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const rows = await db.person.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id ?? '') ?? 'Firebreak'
}
