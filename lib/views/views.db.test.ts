import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { beginWithView } from './begin-with.ts'
import { tidyQuery, VIEWS_MAX } from './model.ts'
import { findDefaultView, listViews } from './queries.ts'
import { removeView } from './remove.ts'
import { saveView } from './save.ts'
import { updateView } from './update.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const late = { list: 'action_items', name: 'Late P1', query: '?priority=p1&status=overdue&cursor=x&edit=7' }
const save = (who: Name, more: object = {}) => w.done(who, saveView, { ...late, ...more })
const seen = async (who: Name) => (await w.read(who, (work) => listViews(work, { limit: 100 }))).items

test('a view keeps what a list is shown by, in one order, and nothing of what somebody was doing there', () => {
  expect(tidyQuery('action_items', '?team=b&team=a&as=board&edit=1&to=blocked&changed=x&cursor=y&view=z&q=')).toBe(
    'as=board&team=a&team=b',
  )
  expect(tidyQuery('search', 'q=drain is:open&kind=x')).toBe('q=drain+is%3Aopen')
})

test('a view is of one list, is found by its name, and only the board begins with one', async () => {
  await save('max', { sharing: 'everyone' })
  const found = await save('max', { list: 'search', name: 'Drains', query: 'q=drain&state=x', sharing: 'everyone' })
  expect(found).toMatchObject({ list: 'search', query: 'q=drain' })
  const of = async (filter: object) =>
    (await w.read('vera', (work) => listViews(work, { ...filter, limit: 9 }))).items.map(({ name }) => name)
  expect(await of({})).toEqual(['Drains', 'Late P1'])
  expect(await of({ list: 'search' })).toEqual(['Drains'])
  expect(await of({ q: 'late' })).toEqual(['Late P1'])
  await w.done('max', updateView, { id: found.id, query: 'q=drain rack&team=edge' })
  expect(await of({ q: 'drain' })).toEqual(['Drains'])
  expect(await w.execute('vera', beginWithView, { view: found.id })).toMatchObject({ problem: { kind: 'conflict' } })
})

describe('saving', () => {
  test('is for oneself unless it is shared, and says so in the history', async () => {
    expect(await save('max')).toMatchObject({ query: 'priority=p1&status=overdue', sharing: 'me', by: { name: 'max' } })
    expect(await seen('ines')).toEqual([])
    expect(await seen('ada')).toEqual([])
    await save('max', { name: 'Team', sharing: 'team', team: 'edge' })
    await save('max', { name: 'All', sharing: 'everyone' })
    expect((await seen('vera')).map(({ name }) => name)).toEqual(['All', 'Team'])
    expect((await seen('tom')).map(({ name }) => name)).toEqual(['All'])
    expect(await seen('gus')).toEqual([])
    expect(await w.events()).toEqual(['view.saved', 'view.saved', 'view.saved'])
  })

  test('a team is named, and is one of theirs', async () => {
    const outcome = (more: object) => w.execute('max', saveView, { ...late, sharing: 'team', ...more })
    expect(await outcome({})).toMatchObject({ problem: { fields: [{ field: 'team' }] } })
    expect(await outcome({ team: 'control' })).toMatchObject({ problem: { fields: [{ field: 'team' }] } })
    expect(await w.execute('omar', saveView, { ...late, sharing: 'everyone' })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await w.events()).toEqual([])
  })

  test('ends where nobody would find them again', async () => {
    await w.database.asOwner((db) =>
      db.savedView.createMany({
        data: Array.from({ length: VIEWS_MAX - 1 }, (_, index) => ({
          ...{
            id: `01900000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`,
            list: 'search' as const,
            name: `${index}`,
            query: '',
          },
          ...{ createdById: w.personIds.max, createdAt: new Date(), updatedAt: new Date() },
        })),
      }),
    )
    const outcomes = await Promise.all([1, 2, 3].map(() => w.execute('max', saveView, late)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('changing', () => {
  test('is for whoever saved it; what is shared an administrator can take away', async () => {
    const { id } = await save('max', { sharing: 'everyone' })
    expect(await w.execute('ines', updateView, { id, name: 'Mine now' })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await w.done('max', updateView, { id, name: 'Late ones', sharing: 'me' })).toMatchObject({
      ...{ name: 'Late ones', sharing: 'me', query: 'priority=p1&status=overdue' },
    })
    expect(await w.execute('ada', removeView, { id })).toMatchObject({ problem: { kind: 'not_found' } })
    await w.done('max', updateView, { id, sharing: 'everyone' })
    await w.done('ada', removeView, { id })
    expect(await seen('max')).toEqual([])
  })

  test('a list begins with a view for as long as it is there and open', async () => {
    const { id } = await save('max', { sharing: 'everyone' })
    const begins = (who: Name) => w.read(who, findDefaultView)
    await w.done('ines', beginWithView, { view: id })
    expect(await begins('ines')).toMatchObject({ name: 'Late P1', isDefault: true })
    expect(await begins('max')).toBeNull()
    expect((await seen('max'))[0]?.isDefault).toBe(false)
    await w.done('max', updateView, { id, sharing: 'me' })
    expect(await begins('ines')).toBeNull()
    await w.done('max', beginWithView, { view: id })
    await w.done('max', beginWithView, {})
    expect(await begins('max')).toBeNull()
    expect(await w.execute('ines', beginWithView, { view: id })).toMatchObject({ problem: { kind: 'not_found' } })
  })
})
