import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopes } from '#lib/actor.ts'
import type { Outcome } from '#lib/command.ts'
import type { Context } from '#lib/context.ts'
import { everyIncident, everyItem, everyPostmortem, withToken } from '#lib/testing/company.ts'
import { testDatabase } from '#lib/testing/database.ts'
import type { Probe } from '#lib/testing/probe.ts'
import { everyProbe, unprobed } from '#lib/testing/probes.ts'
import { stageExercises } from '#lib/testing/stage-exercises.ts'
import { stageGuides } from '#lib/testing/stage-guides.ts'
import { stageIncidents } from '#lib/testing/stage-incidents.ts'
import { stageItems } from '#lib/testing/stage-items.ts'
import { stagePostmortems } from '#lib/testing/stage-postmortems.ts'
import { everyProgram, stagePrograms } from '#lib/testing/stage-programs.ts'
import { names, type World, world } from '#lib/testing/world.ts'
import { allRoutes } from '#lib/web/api/all.ts'

/** Every actor tries every command on every kind of record: allowed is what the policy allows, and a refusal writes nothing. */
let cast: World
let probes: Probe[]

beforeAll(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  probes = await cast.database.asOwner(
    async (db) => {
      const postmortems = await stagePostmortems(db, cast, everyPostmortem.filter(isTried))
      const incidents = await stageIncidents(
        db,
        cast,
        everyIncident.filter(({ team, creator }) => creator === creators[team]),
      )
      const items = await stageItems(db, cast, {
        shapes: [
          ...everyItem.filter(({ creator }) => creator === 'tom'),
          { team: 'edge', owner: null, creator: null, postmortem: 0 },
        ],
        postmortems: postmortems.filter(({ visibility }) => visibility === 'restricted'),
      })
      const programs = await stagePrograms(db, cast, { shapes: everyProgram, postmortems, incidents, items })
      const work = await stageExercises(db, cast, { incidents, items })
      const guides = await stageGuides(db, cast, { incidents, postmortems })
      return everyProbe(cast, { programs, postmortems, incidents, items, work, guides })
    },
    { timeoutMs: 50_000 },
  )
})

/** A guest leads some of them; otherwise who leads changes nothing that the team does not. */
const isTried = ({ reviewers, phase, lead, visibility, team }: (typeof everyPostmortem)[number]) =>
  reviewers.length > 0 &&
  phase !== 'retracted' &&
  (lead === 'max' || (lead === 'gus' && team === 'edge' && visibility !== 'team'))
/** Commands that are served at a second address under a name of their own. */
const otherNames = new Set([
  'team.remove_member',
  'guide.answer_flag',
  ...['postmortem', 'incident'].flatMap((noun) =>
    ['grant_access', 'revoke_access', 'break_glass'].map((verb) => `${noun}.${verb}`),
  ),
])
const creators = { edge: 'max', control: 'gus' } as const

class RolledBack extends Error {}

/** What was allowed is taken back, so that every cell finds the same stage. */
async function withoutTrace(context: Context, attempt: Probe['attempt']): Promise<Outcome<unknown>> {
  const rolledBack: Context = {
    ...context,
    transaction: (run) =>
      context.transaction(async (db) => {
        await run(db)
        throw new RolledBack()
      }),
  }
  try {
    return await attempt(rolledBack)
  } catch (error) {
    if (error instanceof RolledBack) return { ok: true, value: null }
    throw error
  }
}

/** Everything there is, in one number a table. */
const fingerprint = () =>
  cast.database.asOwner(async (db) => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`
    const sums = tables.map(
      ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from ${name} t`,
    )
    // With as many tables as these the database reads several at a time, and answers in whatever order they end.
    return db.$queryRawUnsafe(`${sums.join(' union all ')} order by name`)
  })

function expectedOf({ sees, may, scope }: Probe, actor: Actor): string {
  if (actor.kind === 'anonymous') return 'refused'
  if (!sees(actor)) return 'hidden'
  const scoped = actor.kind !== 'person' || actor.via.kind === 'session' || actor.via.scopes.includes(scope)
  return scoped && may(actor) ? 'allowed' : 'forbidden'
}

function got(outcome: Outcome<unknown>, actor: Actor): string {
  if (outcome.ok) return 'allowed'
  // Both doors turn strangers away before a command hears of them; here it only has to be a refusal.
  if (actor.kind === 'anonymous') return 'refused'
  const { kind } = outcome.problem
  // A conflict or a field to mend is said only to somebody who may.
  return kind === 'forbidden' ? 'forbidden' : kind === 'not_found' ? 'hidden' : 'allowed'
}

describe('every command', () => {
  test('that is served has a probe', () => {
    const served = allRoutes
      .flatMap(({ operations }) => Object.values(operations))
      .filter(({ kind }) => kind === 'command')
    const probed = new Set([...probes.map(({ name }) => name), ...unprobed])
    const known = served.filter(({ name }) => !probed.has(name) && !otherNames.has(name)).map(({ name }) => name)
    expect(known).toEqual([])
  })

  const actors: [string, (cast: World) => Actor][] = [
    ...names.map((name): [string, (cast: World) => Actor] => [name, (cast) => cast.actor(name)]),
    ['nobody', (cast) => cast.contextOf('nobody').actor],
    ['a token of max without restricted records', (cast) => withToken(cast.actor('max'), scopes, false)],
    [
      'a token of max that may only read',
      (cast) =>
        withToken(
          cast.actor('max'),
          scopes.filter((scope) => scope.endsWith(':read')),
          true,
        ),
    ],
    ['a token of ada with every scope', (cast) => withToken(cast.actor('ada'), scopes, true)],
  ]
  let cells = 0

  test.each(actors)(
    'answers %s as the policy says, and a refusal writes nothing',
    { timeout: 120_000 },
    async (_, actorIn) => {
      const actor = actorIn(cast)
      const before = await fingerprint()
      const wrong: string[] = []
      for (const [index, probe] of probes.entries()) {
        const expected = expectedOf(probe, actor)
        const context = cast.contextAs(actor)
        const outcome =
          expected === 'allowed' ? await withoutTrace(context, probe.attempt) : await probe.attempt(context)
        if (got(outcome, actor) !== expected)
          wrong.push(`${index} ${probe.name}: ${expected} expected, ${JSON.stringify(outcome).slice(0, 200)}`)
      }
      cells += probes.length
      expect(wrong.slice(0, 15)).toEqual([])
      expect(await fingerprint()).toEqual(before)
    },
  )

  test('was tried often enough to mean something', () => {
    console.log(`Command matrix: ${actors.length} actors × ${probes.length} attempts = ${cells} cells.`)
    expect(cells).toBe(actors.length * probes.length)
  })
})
