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
