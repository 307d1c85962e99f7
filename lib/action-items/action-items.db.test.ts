import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { countFacets } from './facets.ts'
import { proposeActionItem } from './propose.ts'
import { listActionItems } from './queries.ts'
import { ListActionItemsInput } from './schema.ts'
import { getItemStanding } from './standing.ts'
import { updateActionItem } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const item = { title: 'Alert on source ports', priority: 'p1', team: 'edge', dueOn: '2026-07-10' }
const propose = (more: object = {}) => w.done('max', proposeActionItem, { ...item, owner: w.personIds.ines, ...more })
const events = () =>
  w.database.asOwner((db) =>
    db.event.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { name: true, data: true } }),
  )

describe('proposing', () => {
  test('keeps the first date beside the current one and says so in the history', async () => {
    const value = await propose({ doneWhen: 'A drill pages.' })
    expect(value).toMatchObject({
      number: 1,
      owner: { name: 'ines' },
      dueOn: '2026-07-10',
      originalDueOn: '2026-07-10',
      commitment: { kind: 'proposed' },
      progress: { kind: 'open' },
      overdue: false,
    })
    expect(await events()).toEqual([{ name: 'action_item.proposed', data: { title: item.title, dueOn: '2026-07-10' } }])
  })

  test.each([
    ['a team nobody knows', { team: 'nope' }, 'invalid'],
    ['an owner nobody knows', { owner: '01900000-0000-7000-8000-000000000000' }, 'invalid'],
    ['a postmortem nobody knows', { postmortem: 9 }, 'not_found'],
    ['a date that is none', { dueOn: '2026-02-30' }, 'invalid'],
  ])('refuses %s and writes nothing', async (_, change, kind) => {
    expect(await w.execute('max', proposeActionItem, { ...item, ...change })).toMatchObject({ problem: { kind } })
    expect(await w.database.asOwner((db) => db.actionItem.count())).toBe(0)
    expect(await events()).toEqual([])
  })

  test('is not for those who only read', async () => {
    for (const who of ['omar', 'gus', 'nobody'] as const)
      expect((await w.execute(who, proposeActionItem, item)).ok).toBe(false)
    expect(await events()).toEqual([])
  })
})

describe('changing', () => {
  const change = (more: object) => w.execute('ines', updateActionItem, { number: 1, version: 1, ...more })
  beforeEach(() => propose())

  test('a new date leaves the first one in sight', async () => {
    const value = await w.done('ines', updateActionItem, { number: 1, version: 1, dueOn: '2026-08-01', owner: null })
    expect(value).toMatchObject({ dueOn: '2026-08-01', originalDueOn: '2026-07-10', owner: null, version: 2 })
    expect((await events()).at(-1)).toEqual({
      name: 'action_item.updated',
      data: { changed: ['owner', 'dueOn'], dueOn: { from: '2026-07-10', to: '2026-08-01' } },
    })
  })

  test('names only what is different', async () => {
    await w.done('ines', updateActionItem, { number: 1, version: 1, ...item, owner: w.personIds.ines, priority: 'p0' })
    expect((await events()).at(-1)?.data).toEqual({ changed: ['priority'] })
  })

  test('whoever is late is shown what stands now', async () => {
    await change({ priority: 'p0' })
    expect(await change({ priority: 'p3' })).toMatchObject({
      problem: { kind: 'conflict', current: { priority: 'p0', version: 2 } },
    })
    expect(await events()).toHaveLength(2)
  })

  test('is for its owner, its team, whoever added it and those who manage programs', async () => {
    for (const who of ['ada', 'vera', 'tom', 'omar'] as const)
      expect(await w.execute(who, updateActionItem, { number: 1, version: 1, priority: 'p3' })).toMatchObject({
        problem: { kind: 'forbidden' },
      })
    expect(await w.execute('gus', updateActionItem, { number: 1, version: 1 })).toMatchObject({
      problem: { kind: 'not_found' },
    })
    expect(await events()).toHaveLength(1)
    const editors = await Promise.all(
      (['max', 'ines', 'olga', 'pia', 'tom'] as const).map(async (who) => {
        const { update } = await w.read(who, (work) => getItemStanding(work, 1))
        return update.allowed
      }),
    )
    expect(editors).toEqual([true, true, true, true, false])
  })

  test('of ten pairs at once one of each wins', async () => {
    for (let version = 1; version <= 10; version += 1) {
      const outcomes = await Promise.all(
        ['p0', 'p3'].map((priority) => w.execute('ines', updateActionItem, { number: 1, version, priority })),
      )
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'conflict' } })
    }
    expect(await events()).toHaveLength(11)
  })
})

describe('listing', () => {
  // In Singapore the 10th is over at 16:00 UTC, in Lisbon at 23:00: the tests take place in between.
  const evening = new Date('2026-06-10T18:00:00Z')

  test('a date is over when the team’s own calendar says so', async () => {
    await propose({ title: 'Lisbon', dueOn: '2026-06-10' })
    await propose({ title: 'Singapore', dueOn: '2026-06-10', team: 'control' })
    const titles = async (status: string) => {
      const filter = ListActionItemsInput.parse({ status })
      const context = { ...w.contextOf('max', evening) }
      return context.transaction(async (db) => {
        const work = { ...context, db }
        const { items } = await listActionItems(work, filter)
        expect(items.filter(({ overdue }) => overdue).map(({ title }) => title)).toEqual(['Singapore'])
        expect((await countFacets(work, filter)).status).toEqual({ open: 2, overdue: 1, closed: 0, all: 2 })
        return items.map(({ title }) => title)
      })
    }
    expect(await titles('overdue')).toEqual(['Singapore'])
    expect(await titles('open')).toHaveLength(2)
  })

  test('soonest first, a page at a time, by any of the filters', async () => {
    await propose({ title: 'Late', dueOn: '2026-09-01', priority: 'p3', owner: w.personIds.max })
    await propose({ title: 'Soon', dueOn: '2026-07-01' })
    await propose({ title: 'Same day', dueOn: '2026-07-01', team: 'control' })
    const titles = async (input: object) => {
      const filter = ListActionItemsInput.parse({ status: 'all', ...input })
      return (await w.read('max', (work) => listActionItems(work, filter))).items.map(({ title }) => title)
    }
    expect(await titles({})).toEqual(['Soon', 'Same day', 'Late'])
    expect(await titles({ priority: ['p3'] })).toEqual(['Late'])
    expect(await titles({ team: ['control'] })).toEqual(['Same day'])
    expect(await titles({ owner: [w.personIds.max] })).toEqual(['Late'])
    expect(await titles({ q: 'DAY' })).toEqual(['Same day'])
    // Signs that mean anything to a pattern are letters like others.
    expect(await titles({ q: 'S_me' })).toEqual([])
    expect(await titles({ q: '%' })).toEqual([])
    expect(await titles({ commitment: 'proposed', progress: 'open' })).toEqual(['Soon', 'Same day', 'Late'])
    expect(await titles({ commitment: 'accepted' })).toEqual([])
    const page = await w.read('max', (work) => listActionItems(work, ListActionItemsInput.parse({ limit: 1 })))
    expect(await titles({ cursor: page.nextCursor ?? '' })).toEqual(['Same day', 'Late'])
    expect(await w.read('gus', (work) => listActionItems(work, ListActionItemsInput.parse({})))).toMatchObject({
      items: [],
    })
  })
})
