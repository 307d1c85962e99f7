import type { PersonActor } from '#lib/actor.ts'
import type { Db } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { actorOf } from '#lib/people/model.ts'
import type { Company } from './schema.ts'

export type Cast = { person: (key: string) => PersonActor; editorOf: (team: string) => PersonActor }

/** The company as it stood before its first incident. Sample people have no password, so nobody signs in as them from outside. */
export async function foundCompany(db: Db, company: Company, at: Date): Promise<Cast> {
  const teamId = idsFor(
    company.teams.map(({ slug }) => slug),
    at,
  )
  const personId = idsFor(
    company.people.map(({ key }) => key),
    at,
  )
  await db.organization.create({ data: { id: 1, name: company.name, zone: company.zone, sample: true, createdAt: at } })
  await db.team.createMany({ data: company.teams.map((team) => ({ ...team, id: teamId(team.slug), createdAt: at })) })
  await db.person.createMany({
    data: company.people.map(({ key, teams: _, says, ...person }) => ({
      ...person,
      id: personId(key),
      about: says,
      createdAt: at,
    })),
  })
  const memberships = company.people.flatMap(({ key, teams }) =>
    Object.entries(teams).map(([team, role]) => ({ personId: personId(key), teamId: teamId(team), role })),
  )
  await db.membership.createMany({ data: memberships })
  await db.service.createMany({
    data: company.services.map(({ team, ...service }) => ({
      ...service,
      id: newId(at),
      teamId: teamId(team),
      createdAt: at,
    })),
  })
  await db.event.create({
    data: {
      ...happened('organization.set_up', newId(at), { name: company.name, sample: true }),
      id: newId(at),
      at,
      actorKind: 'system',
      requestId: 'sample',
    },
  })

  const actors = new Map(
    company.people.map(({ key, name, role, zone }) => [
      key,
      actorOf({
        id: personId(key),
        name,
        role,
        zone,
        memberships: memberships.filter((membership) => membership.personId === personId(key)),
      }),
    ]),
  )
  const person = (key: string) => actors.get(key) ?? missing(`person "${key}"`)
  const editorOf = (team: string) => {
    const found = company.people.find(
      ({ role, teams }) => role === 'member' && (teams[team] === 'owner' || teams[team] === 'editor'),
    )
    return person(found?.key ?? missing(`editor of "${team}"`))
  }
  return { person, editorOf }
}

function idsFor(keys: string[], at: Date): (key: string) => string {
  const ids = new Map(keys.map((key) => [key, newId(at)]))
  return (key) => ids.get(key) ?? missing(`"${key}"`)
}

const missing = (what: string): never => {
  throw new Error(`The sample company has no ${what}.`)
}
