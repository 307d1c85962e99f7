import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { presentTeam, presentTeamWithMembers, withCounts, withMembers } from './present.ts'
import { type ListTeamsInput, type TeamOut, TeamRole, type TeamWithMembersOut } from './schema.ts'

export async function listTeams(
  { db }: Work,
  { cursor, limit }: z.output<typeof ListTeamsInput>,
): Promise<Page<TeamOut>> {
  const after = decodeCursor(cursor, z.string())
  const rows = await db.team.findMany({
    where: after ? { slug: { gt: after[0] } } : {},
    include: withCounts,
    orderBy: { slug: 'asc' },
    take: limit + 1,
  })
  return pageOf(rows.map(presentTeam), limit, ({ slug }) => [slug])
}

export async function getTeam({ db }: Work, slug: string): Promise<TeamWithMembersOut> {
  const row = await db.team.findUnique({ where: { slug }, include: withMembers })
  return row ? presentTeamWithMembers(row) : refuse(notFound)
}

/** The row, locked until the transaction ends. */
export async function lockTeam({ db }: Pick<Work, 'db'>, slug: string) {
  const rows = await db.$queryRaw<
    { id: string; name: string; zone: string }[]
  >`select "id", "name", "zone" from "Team" where "slug" = ${slug} for update`
  return rows[0] ?? refuse(notFound)
}

/** For commands that name a team: the message belongs to the field that named it. */
export async function teamBySlug(
  { db }: Work,
  slug: string,
  field: string,
): Promise<{ id: string; slug: string; name: string; zone: string }> {
  const team = await db.team.findUnique({ where: { slug }, select: { id: true, slug: true, name: true, zone: true } })
  return team ?? refuse(invalid(field, `There is no team "${slug}".`))
}

/** Of a record's own team, which is there because the record is. */
export const teamById = ({ db }: Work, id: string): Promise<{ slug: string; zone: string }> =>
  db.team.findUniqueOrThrow({ where: { id }, select: { slug: true, zone: true } })

/** The team somebody works for rather than one they only look at, for a form to begin with. */
export async function findOwnTeam({ db, actor }: Work): Promise<string | undefined> {
  const roles = actor.kind === 'person' ? actor.teams : {}
  const teams = await db.team.findMany({
    where: { id: { in: Object.keys(roles) } },
    select: { id: true, slug: true },
    orderBy: { name: 'asc' },
  })
  return TeamRole.options.flatMap((role) => teams.filter(({ id }) => roles[id] === role))[0]?.slug
}

/** Every team, for filters and forms: a company has far fewer than the 200 a native list can carry. */
export async function listTeamOptions({ db }: Work): Promise<{ id: string; slug: string; name: string }[]> {
  return db.team.findMany({ select: { id: true, slug: true, name: true }, orderBy: { name: 'asc' }, take: 200 })
}
