import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Actor, PersonActor } from '#lib/actor.ts'
import { newId } from '#lib/ids.ts'
import { unnarrowed } from '#lib/search/engine.ts'
import { postgresEngine } from '#lib/search/postgres.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { actAs } from '#lib/testing/floor-rows.ts'
import { type Stage, stageSearch } from '#lib/testing/stage.ts'
import { type IncidentShape, stageIncidents } from '#lib/testing/stage-incidents.ts'
import { stageItems } from '#lib/testing/stage-items.ts'
import { type PostmortemShape, stagePostmortems } from '#lib/testing/stage-postmortems.ts'
import { type Name, NOW, names, type World, world } from '#lib/testing/world.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { can } from './can.ts'

/** Random companies: whoever may read a record by `can` sees its row and finds it, and nobody else does either. */
let cast: World
beforeAll(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
})

const someone = fc.constantFrom(...names)
const some = fc.uniqueArray(someone, { maxLength: 4 })
const visibility = fc.constantFrom('company' as const, 'team' as const, 'restricted' as const)
const team = fc.constantFrom('edge' as const, 'control' as const)

const postmortem: fc.Arbitrary<PostmortemShape> = fc.record({
  ...{ visibility, team, lead: someone, reviewers: some, granted: some },
  phase: fc.constantFrom('written' as const, 'published' as const, 'retracted' as const),
})
const incident: fc.Arbitrary<IncidentShape> = fc.record({
  ...{ visibility, team, granted: some },
  creator: fc.option(someone),
})
/** Roles and teams are dealt anew, because the cast's own stand to each other in one way only. */
const person = fc.record({
  role: fc.constantFrom('administrator', 'auditor', 'program_manager', 'member', 'guest'),
  edge: fc.option(fc.constantFrom('owner', 'editor', 'viewer')),
  control: fc.option(fc.constantFrom('owner', 'editor', 'viewer')),
  seesRestricted: fc.boolean(),
})
const company = fc.record({
  postmortems: fc.array(postmortem, { minLength: 1, maxLength: 8 }),
  incidents: fc.array(incident, { minLength: 1, maxLength: 8 }),
  people: fc.tuple(...names.map(() => person)),
})
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never

class RolledBack extends Error {}

test('can, the row and the search agree about random people and records', { timeout: 240_000 }, async () => {
  let cells = 0
  await fc.assert(
    fc.asyncProperty(company, async (given) => {
      const attempt = cast.database.asOwner(async (db) => {
        const stage = await stageCompany(db, given)
        for (const actor of peopleOf(given)) {
          await actAs(db, actor)
          const expected = readable(stage, actor)
          expect(await shown(db)).toEqual(expected)
          expect(await found(db)).toEqual(expected)
          cells += stage.postmortems.length + stage.incidents.length + stage.items.length
          await db.$queryRaw`select set_config('role', 'none', true)`
        }
        throw new RolledBack()
      })
      await expect(attempt).rejects.toThrow(RolledBack)
    }),
    // 40 companies of nine people: some 5,000 pairs, each asked three ways, in about ten seconds.
    { numRuns: 40, endOnFailure: true },
  )
  console.log(`Agreement: ${cells} pairs of a person and a record.`)
})

async function stageCompany(db: Prisma.TransactionClient, { postmortems: shapes, incidents }: Company): Promise<Stage> {
  const postmortems = await stagePostmortems(db, cast, shapes)
  const stage = {
    postmortems,
    incidents: await stageIncidents(db, cast, incidents),
    items: await stageItems(db, cast, {
      shapes: [...shapes.keys(), undefined].map((postmortem) => ({
        ...{ team: 'edge' as const, owner: null, creator: null },
        ...(postmortem !== undefined && { postmortem }),
      })),
      postmortems,
    }),
  }
  await stageSearch(db, stage)
  return stage
}

function peopleOf({ people }: Company): PersonActor[] {
  return people.map(({ role, edge, control, seesRestricted }, index) => ({
    ...cast.actor(names[index] as Name),
    ...{ role, seesRestricted, via: { kind: 'session' as const, sessionId: newId(NOW) } },
    teams: { ...(edge && { [cast.teamIds.edge]: edge }), ...(control && { [cast.teamIds.control]: control }) },
  }))
}

function readable({ postmortems, incidents, items }: Stage, actor: Actor): string[] {
  const reads = (row: Stage['postmortems'][number]) => can(actor, 'read', 'postmortem', row).allowed
  return [
    ...postmortems.filter(reads),
    ...incidents.filter((row) => can(actor, 'read', 'incident', row).allowed),
    ...items.filter((row) => (row.postmortem ? reads(row.postmortem) : can(actor, 'read', 'actionItem', row).allowed)),
  ]
    .map(({ id }) => id)
    .sort()
}

async function shown(db: Prisma.TransactionClient): Promise<string[]> {
  const select = { select: { id: true } } as const
  const rows = [
    await db.postmortem.findMany(select),
    await db.incident.findMany(select),
    await db.actionItem.findMany(select),
  ]
  return rows
    .flat()
    .map(({ id }) => id)
    .sort()
}

async function found(db: Prisma.TransactionClient): Promise<string[]> {
  const query = { text: 'staged', phrases: [], without: [], narrowing: unnarrowed, limit: 100 }
  const { hits } = await postgresEngine((run) => run(db)).search(query)
  return hits.map(({ id }) => id).sort()
}
