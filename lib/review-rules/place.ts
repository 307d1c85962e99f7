import type { Work } from '#lib/context.ts'
import { teamBySlug } from '#lib/teams/queries.ts'

/** Rules take turns: two administrators saving the same one at once would otherwise both find none. */
export async function lockRules({ db }: Work): Promise<void> {
  await db.$queryRaw`select 1 from "Organization" where "id" = 1 for update`
}

export type TeamNamed = { id: string; name: string; slug: string } | null

export async function teamOf(work: Work, slug: string | null | undefined): Promise<TeamNamed> {
  return slug ? { ...(await teamBySlug(work, slug, 'team')), slug } : null
}

export const placeOf = (severity: string, team: TeamNamed) => `${severity}${team ? ` ${team.id}` : ''}`
