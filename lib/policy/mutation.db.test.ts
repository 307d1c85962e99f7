import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/actor.ts'
import { everyActor, stageEverything } from '#lib/testing/company.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { disagreements, expectedRows } from '#lib/testing/floor-check.ts'
import { actAs, everyTable, type Rows, seenRows, type Table } from '#lib/testing/floor-rows.ts'
import type { Stage } from '#lib/testing/stage.ts'
import { type World, world } from '#lib/testing/world.ts'
import { condition } from './condition.ts'
import { policy, type Rule } from './model.ts'

/**
 * The matrix proves the policy only if it would notice a policy that is wrong. Here every policy is taken away, opened,
 * and switched off, every function the policies ask is made to lie, and every part of the rules is left out, one at a
 * time, in a transaction that is rolled back; each time the same check must find rows that should not be there or are gone.
 */
let cast: World
let stage: Stage
let all: Rows
/** Those who see least come first: most mutants end there. */
let actors: Actor[]

beforeAll(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  stage = await cast.database.asOwner((db) => stageEverything(db, cast), { timeoutMs: 50_000 })
  all = await cast.database.asOwner((db) => seenRows(db), { timeoutMs: 50_000 })
  const first = ['nobody', 'gus', 'vera', 'omar', 'max through a plain token']
  actors = everyActor(cast)
    .sort(([one], [other]) => Number(first.includes(other)) - Number(first.includes(one)))
    .map(([, actor]) => actor)
})

class RolledBack extends Error {}

/** Whether anybody would see anything else of these tables than they should, once this statement has been run. */
async function isNoticed(statement: string, tables: readonly Table[] = everyTable): Promise<boolean> {
  let noticed = false
  const attempt = cast.database.asOwner(
    async (db) => {
      await db.$executeRawUnsafe(statement)
      for (const actor of actors) {
        await actAs(db, actor)
        noticed = disagreements(expectedRows({ stage, all }, actor), await seenRows(db, tables)).length > 0
        if (noticed) break
      }
      throw new RolledBack()
    },
    { timeoutMs: 60_000 },
  )
  await expect(attempt).rejects.toThrow(RolledBack)
  return noticed
}

describe('the check notices', () => {
  test('nothing when nothing is wrong', async () => {
    expect(await isNoticed('select 1', ['Postmortem', 'Incident', 'ActionItem', 'Comment'])).toBe(false)
  })

  // Without a policy nobody sees a row, which is what theirs say anyway.
  test.each(everyTable.filter((table) => table !== 'Outbox' && table !== 'Digest'))(
    'that %s lost its policy',
    async (table) => {
      expect(await isNoticed(`drop policy "${table} is read" on "${table}"`, [table])).toBe(true)
    },
  )

  // Everybody sees the organization's name.
  const guarded = everyTable.filter((table) => table !== 'Organization')
  test.each(guarded)('that the policy of %s lets everything through', async (table) => {
    expect(await isNoticed(`alter policy "${table} is read" on "${table}" using (true)`, [table])).toBe(true)
  })

  test.each(guarded)('that row-level security of %s is off', async (table) => {
    expect(await isNoticed(`alter table "${table}" disable row level security`, [table])).toBe(true)
  })

  test.each([
    ['firebreak_person', '', 'uuid', 'select gen_random_uuid()'],
    ['firebreak_role', '', 'text', `select 'member'`],
    ['firebreak_teams', '', 'uuid[]', 'select array(select "id" from "Team")'],
    ['firebreak_edited_teams', '', 'uuid[]', 'select firebreak_teams()'],
    ['firebreak_sees_restricted', '', 'boolean', 'select true'],
    ['firebreak_has_postmortem_grant', 'record uuid', 'boolean', 'select true'],
    ['firebreak_has_incident_grant', 'record uuid', 'boolean', 'select true'],
    ['firebreak_reviews', 'record uuid', 'boolean', 'select true'],
  ])('that %s lies', async (name, given, answer, body) => {
    const lie = `create or replace function ${name}(${given}) returns ${answer} language sql stable security definer set search_path = public as $$ ${body} $$`
    expect(await isNoticed(lie)).toBe(true)
  })

  test.each([
    ['Postmortem', policy.postmortem.read],
    ['Incident', policy.incident.read],
  ] as const)('that the rule for reading a %s lost any one of its parts', async (table, rule) => {
    const unnoticed: string[] = []
    for (const mutant of withoutOnePart(rule)) {
      const sql = condition(mutant, `"${table}"`)
      if (!(await isNoticed(`alter policy "${table} is read" on "${table}" using (${sql})`, [table])))
        unnoticed.push(sql)
    }
    expect(unnoticed).toEqual([])
  })
})

function withoutOnePart(rule: Rule): Rule[] {
  if (typeof rule === 'string') return []
  if ('not' in rule) return [rule.not]
  const parts = 'any' in rule ? rule.any : rule.all
  const join = (some: readonly Rule[]): Rule => ('any' in rule ? { any: some } : { all: some })
  return parts.flatMap((part, index) => [
    join(parts.filter((_, other) => other !== index)),
    ...withoutOnePart(part).map((mutant) => join(parts.map((other, place) => (place === index ? mutant : other)))),
  ])
}
