import type { Work } from '#lib/context.ts'

/** Always in the same order, so that two who change the same items wait for each other and do not deadlock. */
export async function lockMany({ db }: Work, numbers: readonly number[]) {
  await db.$queryRaw`select 1 from "ActionItem" where "number" = any(${[...numbers]}::int[]) order by "number" for update`
  return db.actionItem.findMany({ where: { number: { in: [...numbers] } }, orderBy: { number: 'asc' } })
}
