import type { z } from 'zod'
import type { Actor, PersonActor } from '#lib/actor.ts'
import { anonymous, settingsOf } from '#lib/actor.ts'
import { type Command, execute as executeCommand, type Outcome } from '#lib/command.ts'
import { type Context, read as readQuery, type Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import type { Role, TeamRole } from '#prisma/client/enums.ts'
import type { testDatabase } from './database.ts'

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>

/** The moment all tests take place at: a Wednesday afternoon, far from any daylight-saving change. */
export const NOW = new Date('2026-06-10T14:00:00Z')
export const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

/** The cast. Their roles are chosen so that every rule of the policy has somebody on each side of it. */
const people = {
  ada: { role: 'administrator', teams: {} },
  max: { role: 'member', teams: { edge: 'editor' } },
  ines: { role: 'member', teams: { edge: 'editor' } },
  olga: { role: 'member', teams: { edge: 'owner' } },
  vera: { role: 'member', teams: { edge: 'viewer' } },
  tom: { role: 'member', teams: { control: 'editor' } },
  pia: { role: 'program_manager', teams: {} },
  omar: { role: 'auditor', teams: {} },
  gus: { role: 'guest', teams: {} },
} as const satisfies Record<string, { role: Role; teams: Record<string, TeamRole> }>

const teams = { edge: 'Europe/Lisbon', control: 'Asia/Singapore' } as const
const services = { 'edge-proxy': 'edge', 'config-push': 'control' } as const

export type Name = keyof typeof people
export type World = Awaited<ReturnType<typeof world>>

/** Puts the cast on the stage of an empty database and hands out contexts in their names. */
export async function world(test: TestDatabase) {
  const teamIds = Object.fromEntries(Object.keys(teams).map((slug) => [slug, newId(NOW)])) as Record<
    keyof typeof teams,
    string
  >
  const personIds = Object.fromEntries(Object.keys(people).map((name) => [name, newId(NOW)])) as Record<Name, string>
  await test.database.asOwner(async (db) => {
    await db.organization.create({ data: { id: 1, name: 'Northlight', zone: 'Europe/Lisbon', createdAt: NOW } })
    await db.team.createMany({
      data: Object.entries(teams).map(([slug, zone]) => ({
        id: teamIds[slug as keyof typeof teams],
        slug,
        name: `${slug} team`,
        zone,
        createdAt: NOW,
      })),
    })
    await db.person.createMany({
      data: names.map((name) => ({
        id: personIds[name],
        name,
        email: `${name}@northlight.example`,
        role: people[name].role,
        zone: 'Europe/Lisbon',
        createdAt: NOW,
      })),
    })
    await db.membership.createMany({
      data: names.flatMap((name) =>
        Object.entries<TeamRole>(people[name].teams).map(([team, role]) => ({
          teamId: teamIds[team as keyof typeof teams],
          personId: personIds[name],
          role,
        })),
      ),
    })
    await db.service.createMany({
      data: Object.entries(services).map(([slug, team]) => ({
        id: newId(NOW),
        slug,
        name: slug,
        tier: 1,
        teamId: teamIds[team],
        createdAt: NOW,
      })),
    })
  })

  const actor = (name: Name): PersonActor => ({
    kind: 'person',
    personId: personIds[name],
    name,
    role: people[name].role,
    zone: 'Europe/Lisbon',
    teams: Object.fromEntries(
      Object.entries<TeamRole>(people[name].teams).map(([team, role]) => [teamIds[team as keyof typeof teams], role]),
    ),
    via: { kind: 'session', sessionId: newId(NOW) },
    seesRestricted: true,
  })
  const contextAs = (actor: Actor, now = NOW): Context => ({
    actor,
    now,
    requestId: 'test',
    transaction: (run) => test.database.transaction(settingsOf(actor), run),
  })
  const contextOf = (who: Name | 'nobody', now?: Date) => contextAs(who === 'nobody' ? anonymous : actor(who), now)

  return {
    database: test.database,
    teamIds,
    personIds,
    actor,
    contextAs,
    contextOf,
    /** A command in that person's name. */
    execute: <I extends z.ZodType, S, V>(
      who: Name | 'nobody',
      command: Command<I, S, V>,
      input: unknown,
      now?: Date,
    ): Promise<Outcome<V>> => executeCommand(contextOf(who, now), command, input),
    /** The same, for setting the scene: a refusal fails the test with its sentence. */
    done: async <I extends z.ZodType, S, V>(
      who: Name,
      command: Command<I, S, V>,
      input: unknown,
      now?: Date,
    ): Promise<V> => {
      const outcome = await executeCommand(contextOf(who, now), command, input)
      if (!outcome.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(outcome.problem)}`)
      return outcome.value
    },
    read: <T>(who: Name | 'nobody', query: (work: Work) => Promise<T>): Promise<T> => readQuery(contextOf(who), query),
    /** Names of all events so far, oldest first. */
    events: () =>
      test.database.asOwner(async (db) =>
        (await db.event.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(({ name }) => name),
      ),
  }
}

export const names = Object.keys(people) as Name[]
