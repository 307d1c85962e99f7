import { condition } from './condition.ts'
import { policy } from './model.ts'

const readsPostmortem = condition(policy.postmortem.read, 'p')

/** Who may find what, by kind, told once more without the policies of other tables, which an index cannot use. */
const finds: Record<string, (row: string) => string> = {
  postmortem: (row) => `exists (select 1 from "Postmortem" p where p."id" = ${row}."id" and ${readsPostmortem})`,
  incident: (row) =>
    `exists (select 1 from "Incident" i where i."id" = ${row}."id" and ${condition(policy.incident.read, 'i')})`,
  action_item: (
    row,
  ) => `exists (select 1 from "ActionItem" a where a."id" = ${row}."id" and (case when a."postmortemId" is null
      then ${condition(policy.actionItem.read, 'a')}
      else exists (select 1 from "Postmortem" p where p."id" = a."postmortemId" and ${readsPostmortem}) end))`,
  comment: (row) =>
    `exists (select 1 from "Thread" t join "Postmortem" p on p."id" = t."postmortemId" where t."id" = ${row}."id" and ${readsPostmortem} and (p."publishedAt" is null or ${condition(policy.postmortem.edit, 'p')}))`,
  program: (row) => condition(policy.program.read, row),
  risk: (row) => condition(policy.risk.read, row),
  exercise: (row) => condition(policy.exercise.read, row),
  guide: (row) => condition('signedIn', row),
  mechanism: (row) => condition('signedIn', row),
  service: (row) => condition(policy.service.read, row),
}

/** The kinds that can be found at all. */
export const foundKinds: readonly string[] = Object.keys(finds)

/** The same condition serves the table's policy and, where row-level security is bypassed for the index's sake, the search function. */
export function findable(row: string): string {
  const cases = Object.entries(finds).map(([kind, sql]) => `when '${kind}' then ${sql(row)}`)
  return `(case ${row}."kind"
    ${cases.join('\n    ')}
    else false end)`
}
