import type { Work } from '#lib/context.ts'
import { type MechanismGroup, mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { listServiceOptions } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

/** What the forms of a program let one choose from. */
export async function programChoices(work: Work) {
  return {
    teams: (await listTeamOptions(work)).map(({ slug, name }) => ({ value: slug, label: name })),
    people: (await listActivePeople(work)).map(({ id, name }) => ({ value: id, label: name })),
    services: (await listServiceOptions(work)).map(({ slug, name }) => ({ value: slug, label: name })),
  }
}

export const mechanismChoices = () =>
  (Object.keys(mechanismGroups) as MechanismGroup[]).map((group) => ({
    label: mechanismGroups[group],
    options: mechanisms.filter((one) => one.group === group).map(({ code, name }) => ({ value: code, label: name })),
  }))
