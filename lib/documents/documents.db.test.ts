import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { writers } from '#lib/testing/writers.ts'
import { forgetOldUpdates } from './compact.ts'
import { applyUpdates, readUpdate } from './model.ts'
import { push, sittings } from './push.ts'
import { getSection } from './queries.ts'

let cast: World
let number: number
let sitting: ReturnType<typeof sittings>
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  const drafted = await cast.done('max', draftPostmortem, { title: 'Stale answers', template: 'classic', team: 'edge' })
  number = drafted.number
  sitting = sittings()
})

const send = (who: Name, client: string, version: number, changes: unknown, now = NOW) =>
  push(
    cast.contextOf(who, now),
    { number, key: 'summary', version, updates: [{ client, changes: changes as [] }] },
    sitting,
  )
const summary = async () => {
  const [{ id = '' } = {}] = await cast.database.asOwner((db) => db.postmortem.findMany({ where: { number } }))
  return cast.database.asOwner((db) => getSection({ db }, { postmortemId: id, key: 'summary' }))
}
const logged = () => cast.database.asOwner((db) => db.sectionUpdate.findMany({ orderBy: { version: 'asc' } }))

describe('what somebody types', () => {
  test('is in the text and in the log, with one event for a sitting and work for the index', async () => {
    expect(await send('max', 'a', 1, [[0, 'For 41']])).toMatchObject({ ok: true, value: { taken: true, version: 2 } })
    expect(await send('max', 'a', 2, [6, [0, ' minutes']])).toMatchObject({ value: { version: 3 } })
    expect(await summary()).toEqual({ body: 'For 41 minutes', version: 3 })
    expect(await logged()).toMatchObject([
      { version: 2, client: 'a', personId: cast.personIds.max, changes: [[0, 'For 41']] },
      { version: 3, client: 'a' },
    ])
    expect(await cast.events()).toEqual(['postmortem.drafted', 'postmortem.edited'])
    const later = new Date(NOW.getTime() + 11 * 60_000)
    await send('max', 'a', 3, [14, [0, '.']], later)
    expect(await cast.events()).toEqual(['postmortem.drafted', 'postmortem.edited', 'postmortem.edited'])
    const ahead = await cast.database.asOwner((db) => db.outbox.findMany({ where: { availableAt: { gt: NOW } } }))
    expect(ahead.map(({ availableAt }) => availableAt.getTime() - NOW.getTime())).toEqual([11_000, 660_000, 671_000])
  })

  test('sent twice is taken once', async () => {
    await send('max', 'a', 1, [[0, 'once']])
    expect(await send('max', 'a', 1, [[0, 'once']])).toMatchObject({ ok: true, value: { taken: true, version: 2 } })
    expect((await summary()).body).toBe('once')
  })

  test('meets a form that was saved meanwhile, and both stay', async () => {
    await send('max', 'a', 1, [[0, 'The cache failed.']])
    const body = 'The edge cache failed.'
    await cast.done('ines', editPostmortem, { number, sections: [{ key: 'summary', version: 2, body }] })
    await send('max', 'a', 2, [17, [0, ' Twice.']])
    expect((await summary()).body).toBe('The edge cache failed. Twice.')
  })

  test('makes a form that was loaded before stale, with both texts', async () => {
    await send('max', 'a', 1, [[0, 'Typed live']])
    const stale = { number, sections: [{ key: 'summary', version: 1, body: 'From a form' }] }
    expect(await cast.execute('ines', editPostmortem, stale)).toMatchObject({
      problem: { kind: 'conflict', current: { sections: [{ key: 'summary', body: 'Typed live', version: 2 }] } },
    })
  })
})

describe('nothing is taken and nothing written', () => {
  const nothingWritten = async () => {
    expect(await logged()).toEqual([])
    expect(await summary()).toEqual({ body: '', version: 1 })
    expect(await cast.events()).not.toContain('postmortem.edited')
  }
  test.each(['vera', 'tom', 'omar', 'gus', 'ada'] as const)('from %s, who may not edit it', async (who) => {
    expect(await send(who, 'a', 1, [[0, 'x']])).toMatchObject({ ok: false })
    await nothingWritten()
  })

  test('from somebody it is hidden from: for them it does not exist', async () => {
    await cast.done('max', changeVisibility, { number, visibility: 'restricted', restrictedReason: 'security' })
    expect(await send('ines', 'a', 1, [[0, 'x']])).toEqual({ ok: false, problem: { kind: 'not_found' } })
    expect(await logged()).toEqual([])
  })

  test.each([
    ['of a version that never was', 9, [[0, 'x']], 'replaced'],
    ['that fit no text', 1, [40, [0, 'x']], 'unusable'],
    ['with half a character', 1, [[0, '\ud83d']], 'unusable'],
  ])('of changes %s', async (_, version, changes, reason) => {
    expect(await send('max', 'a', version, changes)).toMatchObject({ ok: true, value: { taken: false, reason } })
    await nothingWritten()
  })

  test.each(['a\nb', 'a\rb', 'a\0b'])('when a line holds what no editor sends: %j', async (line) => {
    expect(await send('max', 'a', 1, [[0, line]])).toMatchObject({ ok: false, problem: { kind: 'invalid' } })
    await nothingWritten()
  })

  test('past the longest section', async () => {
    const long = 'x'.repeat(60_000)
    await send('max', 'a', 1, [[0, long]])
    expect(await send('max', 'a', 2, [60_000, [0, long]])).toMatchObject({ value: { reason: 'too_long' } })
    expect((await summary()).version).toBe(2)
  })

  test('when the text changes without the update that explains it', async () => {
    const behind = cast.database.asOwner((db) => db.$executeRaw`update "Section" set "body" = 'behind everybody'`)
    await expect(behind).rejects.toThrow(/replace.ts/)
  })
})

test('old updates are forgotten, but not those a busy section still needs', async () => {
  for (let version = 1; version <= 3; version++)
    await send('max', 'a', version, version === 1 ? [[0, 'x']] : [version - 1, [0, 'x']])
  const aYearOn = new Date(NOW.getTime() + 365 * 24 * 60 * 60_000)
  await cast.database.asOwner((db) => forgetOldUpdates(db, aYearOn))
  expect(await logged()).toHaveLength(3)
  await cast.database.asOwner(async (db) => {
    await db.$executeRaw`update "Section" set "version" = 2003 where "key" = 'summary'`
    await forgetOldUpdates(db, NOW)
  })
  expect(await logged()).toHaveLength(3)
  await cast.database.asOwner((db) => forgetOldUpdates(db, aYearOn))
  expect((await logged()).map(({ version }) => version)).toEqual([4])
})

test('random people typing at random, late, twice and offline, end with one text', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { number } = await cast.done('max', draftPostmortem, { title: 'Random', template: 'light', team: 'edge' })
      const group = writers({ cast, number, key: 'what', who: ['max', 'ines', 'olga'], seed })
      await group.scribble(25)
      const { texts, stored, typed } = await group.settle()
      expect(new Set([...texts, stored.body]).size).toBe(1)
      // Each writer's own marks are all there, in the order they were typed.
      for (const { mark, count } of typed) expect(stored.body.split(mark).length - 1).toBe(count)
      expect(replayed(await group.log())).toBe(stored.body)
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

const replayed = (rows: { changes: unknown }[]) =>
  applyUpdates(
    '',
    rows.map(({ changes }) => readUpdate({ client: 'log', changes })),
  )
