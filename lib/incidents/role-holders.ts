import type { Work } from '#lib/context.ts'

/** Names by role. Row-level security answers with none to those who may not edit the incident. */
export async function roleHoldersOf({ db }: Work, incidentId: string): Promise<Record<string, string>> {
  const rows = await db.roleHolder.findMany({ where: { role: { incidentId } } })
  return Object.fromEntries(rows.map(({ roleId, name }) => [roleId, name]))
}
