import type { Work } from '#lib/context.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { listProgramOptions } from '#lib/programs/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

/** What the forms of an action item let one choose from. */
export async function itemChoices(work: Work) {
  const teams = await listTeamOptions(work)
  return {
    teams: teams.map(({ slug, name }) => ({ value: slug, label: name })),
    people: (await listActivePeople(work)).map(({ id, name }) => ({ value: id, label: name })),
    programs: (await listProgramOptions(work)).map(({ number, name }) => ({
      value: String(number),
      label: `PRG-${number} ${name}`,
    })),
    /** The team somebody works for rather than one they only look at. */
    mine: (roles: Record<string, string>) =>
      ['owner', 'editor', 'viewer'].flatMap((role) => teams.filter(({ id }) => roles[id] === role))[0]?.slug,
  }
}
