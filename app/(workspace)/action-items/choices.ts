import type { Work } from '#lib/context.ts'
import { personOptions, slugOptions } from '#lib/options.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { listProgramOptions } from '#lib/programs/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

/** What the forms of an action item let one choose from. */
export async function itemChoices(work: Work) {
  const teams = await listTeamOptions(work)
  return {
    teams: slugOptions(teams),
    people: personOptions(await listActivePeople(work)),
    programs: (await listProgramOptions(work)).map(({ number, name }) => ({
      value: String(number),
      label: `PRG-${number} ${name}`,
    })),
    /** The team somebody works for rather than one they only look at. */
    mine: (roles: Record<string, string>) =>
      ['owner', 'editor', 'viewer'].flatMap((role) => teams.filter(({ id }) => roles[id] === role))[0]?.slug,
  }
}
