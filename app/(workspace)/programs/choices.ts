import type { Work } from '#lib/context.ts'
import { personOptions, slugOptions } from '#lib/options.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { listServiceOptions } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

/** What the forms of a program let one choose from. */
export async function programChoices(work: Work) {
  return {
    teams: slugOptions(await listTeamOptions(work)),
    people: personOptions(await listActivePeople(work)),
    services: slugOptions(await listServiceOptions(work)),
  }
}
