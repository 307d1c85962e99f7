import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/actor.ts'
import { everyActor, stageEverything } from '#lib/testing/company.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { disagreements, expectedRows } from '#lib/testing/floor-check.ts'
import { actAs, type Rows, rowKeys, seenRows } from '#lib/testing/floor-rows.ts'
import type { Stage } from '#lib/testing/stage.ts'
import { type World, world } from '#lib/testing/world.ts'
import { floors } from './floors.ts'

/** Every actor before every row of every table: what `can` says is what the database shows. */
let cast: World
let stage: Stage
let all: Rows

beforeAll(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  stage = await cast.database.asOwner((db) => stageEverything(db, cast), { timeoutMs: 50_000 })
  all = await cast.database.asOwner((db) => seenRows(db), { timeoutMs: 50_000 })
})

/** As a request of theirs would, but with the time it takes to look at everything there is. */
const seenBy = (actor: Actor): Promise<Rows> =>
  cast.database.asOwner(
    async (db) => {
      await actAs(db, actor)
      return seenRows(db)
    },
    { timeoutMs: 60_000 },
  )

describe('what the policy says and what the database shows', () => {
  test('every table of the floor has rows to look for', () => {
    expect(Object.keys(rowKeys).sort()).toEqual(Object.keys(floors).sort())
    expect([...all].filter(([, keys]) => keys.size === 0).map(([table]) => table)).toEqual([])
  })

  test('agree in every cell', async () => {
    const wrong: string[] = []
    for (const [name, actor] of everyActor(cast)) {
      const seen = await seenBy(actor)
      wrong.push(...disagreements(expectedRows({ stage, all }, actor), seen).map((one) => `${name}: ${one}`))
    }
    const rows = [...all.values()].reduce((sum, keys) => sum + keys.size, 0)
    console.log(
      `Policy matrix: ${everyActor(cast).length} actors × ${rows} rows = ${everyActor(cast).length * rows} cells.`,
    )
    expect(wrong.slice(0, 20)).toEqual([])
  })
})
