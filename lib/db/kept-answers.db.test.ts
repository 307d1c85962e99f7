import { beforeEach, describe, expect, test } from 'vitest'
import { settingsOf } from '#lib/actor.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import type { Db } from './client.ts'

let cast: World
let number: number
let made: number
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  const drafted = await cast.done('max', draftPostmortem, { title: 'Stale answers', template: 'classic', team: 'edge' })
  number = drafted.number
  made = 0
})

const kept = <T>(who: Name, run: (db: Db) => Promise<T>, key = crypto.randomUUID()) =>
  cast.database.kept(settingsOf(cast.actor(who)), { name: key }, (db) => {
    made++
    return run(db)
  })

/** A second question that hangs on the answer to the first, as pages ask. */
const titles = async (db: Db) => {
  const rows = await db.postmortem.findMany({ select: { title: true, leadId: true } })
  const leads = await db.person.findMany({ where: { id: { in: rows.map(({ leadId }) => leadId) } } })
  return { titles: rows.map(({ title }) => title), leads: leads.map(({ name }) => name) }
}
const all = { titles: ['Stale answers'], leads: ['max'] }
const restrict = () =>
  cast.done('max', changeVisibility, { number, visibility: 'restricted', restrictedReason: 'security' })

describe('what was made of answers', () => {
  test('is made once for all who are given the same ones', async () => {
    const key = crypto.randomUUID()
    for (const who of ['max', 'max', 'tom', 'omar'] as const) expect(await kept(who, titles, key)).toEqual(all)
    expect(made).toBe(1)
  })

  test('is made anew when any answer is different', async () => {
    const key = crypto.randomUUID()
    await kept('tom', titles, key)
    await cast.database.asOwner((db) =>
      db.person.update({ where: { id: cast.personIds.max }, data: { name: 'Maxine' } }),
    )
    expect(await kept('tom', titles, key)).toEqual({ ...all, leads: ['Maxine'] })
    expect(await kept('tom', titles, key)).toEqual({ ...all, leads: ['Maxine'] })
    expect(made).toBe(2)
  })

  test('is never handed to somebody who was not given those answers, nor to whom they are given no more', async () => {
    const key = crypto.randomUUID()
    expect(await kept('max', titles, key)).toEqual(all)
    expect(await kept('gus', titles, key)).toEqual({ titles: [], leads: [] })
    expect(await kept('tom', titles, key)).toEqual(all)
    await restrict()
    expect(await kept('tom', titles, key)).toEqual({ titles: [], leads: [] })
    expect(await kept('max', titles, key)).toEqual(all)
    expect(await kept('tom', titles, key)).toEqual({ titles: [], leads: [] })
  })

  test('belongs to one name, and cannot be changed by whoever has it', async () => {
    const value = await kept('max', titles, 'one')
    expect(await kept('max', async (db) => db.postmortem.count(), 'other')).toBe(1)
    expect(() => value.titles.push('mine')).toThrow(TypeError)
  })
})

describe('asking for it', () => {
  test('writes nothing, the first time and again', async () => {
    const rename = (db: Db) => db.person.updateMany({ data: { name: 'Nobody' } })
    await expect(kept('ada', rename, 'rename')).rejects.toThrow('read-only transaction')
    await expect(kept('ada', rename, 'rename')).rejects.toThrow('read-only transaction')
  })

  test('is planned once where one plan fits all, and nothing else is', async () => {
    const mode = async (db: Pick<Db, '$queryRaw'>) =>
      (await db.$queryRaw<{ mode: string }[]>`select current_setting('plan_cache_mode') as mode`)[0]?.mode
    const settings = settingsOf(cast.actor('max'))
    for (const plannedOnce of [true, false])
      for (let time = 0; time < 2; time++)
        expect(await cast.database.kept(settings, { name: `${plannedOnce}`, plannedOnce }, mode)).toBe(
          plannedOnce ? 'force_generic_plan' : 'auto',
        )
    expect(await mode(cast.database.prisma)).toBe('auto')
  })

  test('that failed leaves the connection as it was', async () => {
    const key = crypto.randomUUID()
    const fail = async (db: Db) => {
      await titles(db)
      throw new Error('changed my mind')
    }
    await expect(kept('max', fail, key)).rejects.toThrow('changed my mind')
    expect(await kept('max', titles, key)).toEqual(all)
    const [who] = await cast.database.prisma.$queryRaw<{ person: string | null }[]>`
      select current_setting('firebreak.person', true) as person`
    expect(who?.person || null).toBeNull()
  })

  test('fifty times at once gives everybody their turn', async () => {
    const key = crypto.randomUUID()
    const who: Name[] = ['max', 'tom', 'gus', 'ada', 'omar']
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, index) => kept(who[index % 5] ?? 'max', titles, key)),
    )
    expect(found.map(({ titles: [title] }) => title ?? null)).toEqual(
      found.map((_, index) => (index % 5 === 2 ? null : 'Stale answers')),
    )
  })

  test('two things at the same moment leaves each with its own answers', async () => {
    const names = async (db: Db) => (await db.person.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)
    const keys = [crypto.randomUUID(), crypto.randomUUID()] as const
    const both = () => Promise.all([kept('max', titles, keys[0]), kept('max', names, keys[1])])
    const first = await both()
    expect(await both()).toEqual(first)
    expect(made).toBe(2)
    await restrict()
    expect(await Promise.all([kept('tom', titles, keys[0]), kept('max', titles, keys[0])])).toEqual([
      { titles: [], leads: [] },
      all,
    ])
  })

  test('beside one that cannot be answered any more is answered', async () => {
    const keys = [crypto.randomUUID(), crypto.randomUUID()] as const
    await cast.database.asOwner((db) => db.$executeRaw`create view passing as select 1 as one`)
    await cast.database.asOwner((db) => db.$executeRaw`grant select on passing to firebreak_app`)
    let view = 'passing'
    const ask = (db: Db) =>
      db.$queryRawUnsafe<unknown[]>(view === 'passing' ? 'select one from passing' : 'select 1 as one')
    const both = () => Promise.all([kept('max', ask, keys[0]), kept('max', titles, keys[1])])
    expect(await both()).toEqual([[{ one: 1 }], all])
    await cast.database.asOwner((db) => db.$executeRaw`drop view passing`)
    view = 'none'
    expect(await both()).toEqual([[{ one: 1 }], all])
  })

  test('again when a question cannot be answered any more is asking anew', async () => {
    const key = crypto.randomUUID()
    await cast.database.asOwner((db) => db.$executeRaw`create view lately as select 1 as one`)
    await cast.database.asOwner((db) => db.$executeRaw`grant select on lately to firebreak_app`)
    let view = 'lately'
    const ask = (db: Db) =>
      db.$queryRawUnsafe<unknown[]>(view === 'lately' ? 'select one from lately' : 'select 1 as one')
    expect(await kept('max', ask, key)).toEqual([{ one: 1 }])
    await cast.database.asOwner((db) => db.$executeRaw`drop view lately`)
    view = 'none'
    expect(await kept('max', ask, key)).toEqual([{ one: 1 }])
    expect(made).toBe(2)
  })
})
