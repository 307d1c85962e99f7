import type { Work } from '#lib/context.ts'
import { slugOptions } from '#lib/options.ts'
import { listServices } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'

/** What the forms of an incident let one choose from. */
export async function incidentChoices(work: Work) {
  const teams = await listTeamOptions(work)
  const services = (await listServices(work, { limit: 100 })).items
  return {
    teams: slugOptions(teams),
    services: slugOptions(services),
    /** The team somebody works for rather than one they only look at. */
    mine: (roles: Record<string, string>) =>
      ['owner', 'editor', 'viewer'].flatMap((role) => teams.filter(({ id }) => roles[id] === role))[0]?.slug,
  }
}
