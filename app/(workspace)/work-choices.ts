import type { Work } from '#lib/context.ts'
import { personOptions, slugOptions } from '#lib/options.ts'
import { PAGE_MAX } from '#lib/page.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { listProgramOptions } from '#lib/programs/queries.ts'
import { listServices } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

/** What the forms of the register, of exercises and of sweeps let one choose from. */
export async function workChoices(work: Work) {
  const teams = await listTeamOptions(work)
  const services = (await listServices(work, { limit: PAGE_MAX })).items
  return {
    teams: slugOptions(teams),
    people: personOptions(await listActivePeople(work)),
    services: slugOptions(services),
    programs: (await listProgramOptions(work)).map(({ number, name }) => ({
      value: String(number),
      label: `PRG-${number} ${name}`,
    })),
    /** The team somebody works for rather than one they only look at. */
    mine: (roles: Record<string, string>) =>
      ['owner', 'editor', 'viewer'].flatMap((role) => teams.filter(({ id }) => roles[id] === role))[0]?.slug,
  }
}
