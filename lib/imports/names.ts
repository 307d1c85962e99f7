import type { Work } from '#lib/context.ts'
import { type Happening, happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import type { ImportDocument } from './schema.ts'

type Name = { slug: string; name: string }
type Row = { id: string; slug: string; name: string }

/** Teams and services by the slug or the name a file gave them. */
export type Names = { team: (name: Name) => Row; service: (name: Name) => Row }
export type Wanted = { teams: Name[]; services: (Name & { team: Name })[] }

/** Every team and service these documents name. */
export function wantedBy(documents: readonly ImportDocument[]): Wanted {
  const teams = documents.flatMap(({ team, incident, actionItems }) => [
    team,
    ...(incident ? [incident.team] : []),
    ...actionItems.map((item) => item.team),
  ])
  const services = documents.flatMap(({ team, incident }) =>
    (incident?.services ?? []).map(({ slug, name }) => ({ slug, name, team })),
  )
  return { teams: unique(teams), services: unique(services) }
}

/** Those that exist, and those that would have to be made. */
export async function findNames({ db }: Work, { teams, services }: Wanted) {
  const knownTeams = await db.team.findMany({ where: { OR: anyOf(teams) }, select: wanted })
  const knownServices =
    services.length > 0 ? await db.service.findMany({ where: { OR: anyOf(services) }, select: wanted }) : []
  const teamOf = finder(knownTeams)
  const serviceOf = finder(knownServices)
  return {
    known: { teams: knownTeams, services: knownServices },
    missing: { teams: teams.filter((name) => !teamOf(name)), services: services.filter((name) => !serviceOf(name)) },
  }
}

/** Makes what is missing, and says so in events like those of making them by hand. */
export async function settleNames(work: Work, names: Wanted) {
  const { db, now } = work
  const { known, missing } = await findNames(work, { teams: unique(names.teams), services: unique(names.services) })
  const zone =
    missing.teams.length > 0 ? ((await db.organization.findUnique({ where: { id: 1 } }))?.zone ?? 'UTC') : 'UTC'
  const takenTeams = async (slugs: string[]) =>
    db.team.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  const teams = (await freshSlugs(missing.teams, takenTeams)).map((team) => ({ ...team, id: newId(now) }))
  await db.team.createMany({ data: teams.map((team) => ({ ...team, zone, createdAt: now })) })
  const teamOf = finder([...known.teams, ...teams])
  const takenServices = async (slugs: string[]) =>
    db.service.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  const services = (await freshSlugs(missing.services, takenServices)).map(({ team, ...service }) => ({
    ...service,
    id: newId(now),
    teamId: orThrow(teamOf(team)).id,
  }))
  await db.service.createMany({ data: services.map((service) => ({ ...service, createdAt: now })) })
  const serviceOf = finder([...known.services, ...services])
  const found: Names = { team: (name) => orThrow(teamOf(name)), service: (name) => orThrow(serviceOf(name)) }
  const events: Happening[] = [
    ...teams.map(({ id, name }) => happened('team.created', id, { name })),
    ...services.map(({ id, name, teamId }) => happened('service.created', id, { name, teamId })),
  ]
  return {
    names: found,
    events,
    made: { teams: teams.map(({ name }) => name), services: services.map(({ name }) => name) },
  }
}

const wanted = { id: true, slug: true, name: true } as const

const anyOf = (names: readonly Name[]) => [
  { slug: { in: names.map(({ slug }) => slug) } },
  { name: { in: names.map(({ name }) => name), mode: 'insensitive' as const } },
]

/** The name decides before the slug: two names in another script have the same slug. */
function finder(rows: readonly Row[]) {
  const byName = new Map(rows.map((row) => [row.name.toLowerCase(), row]))
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  return ({ slug, name }: Name) => byName.get(name.toLowerCase()) ?? (slug === 'unnamed' ? undefined : bySlug.get(slug))
}

/** Names without a letter of the Latin alphabet all come to the same slug; each gets a number. */
async function freshSlugs<N extends Name>(names: readonly N[], find: (slugs: string[]) => Promise<{ slug: string }[]>) {
  if (names.length === 0) return []
  const taken = await find(names.flatMap(({ slug }) => [slug, ...numbered(slug)]))
  const used = new Set(taken.map(({ slug }) => slug))
  return names.map((name) => {
    const slug = [name.slug, ...numbered(name.slug)].find((candidate) => !used.has(candidate)) ?? name.slug
    used.add(slug)
    return { ...name, slug }
  })
}

/** As many teams as an import is likely to bring in one script. */
const numbered = (slug: string) => Array.from({ length: 100 }, (_, index) => `${slug.slice(0, 56)}-${index + 2}`)

export const unique = <N extends Name>(names: readonly N[]): N[] => [
  ...new Map(names.map((name) => [name.slug === 'unnamed' ? name.name.toLowerCase() : name.slug, name])).values(),
]

function orThrow<T>(found: T | undefined): T {
  if (!found) throw new Error('A name of the import was neither found nor made.')
  return found
}
