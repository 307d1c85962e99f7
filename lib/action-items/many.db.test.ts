import { beforeEach, describe, expect, test } from 'vitest'
import { listActivity } from '#lib/activity/queries.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { advanceActionItem } from './advance.ts'
import { listColumns, listDays } from './board.ts'
import { decideActionItem } from './decide.ts'
import { editManyActionItems } from './edit-many.ts'
import { countFacets } from './facets.ts'
import { countGroups } from './groups.ts'
import { groupValue } from './look.ts'
import { mergeActionItem } from './merge.ts'
import { proposeActionItem } from './propose.ts'
import { getActionItem, listActionItems, listGroupedItems } from './queries.ts'
import { ListActionItemsInput } from './schema.ts'
import { undoEdit } from './undo-edit.ts'
import { updateActionItem } from './update.ts'
import type { Grouping } from './vocabulary.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const item = { title: 'Fix', doneWhen: 'A drill pages.', priority: 'p2', team: 'edge', dueOn: '2026-07-10' }
const propose = (more: object = {}) => w.done('max', proposeActionItem, { ...item, ...more })
const accept = (number: number) => w.done('max', decideActionItem, { number, to: 'accepted', owner: w.personIds.max })
const many = (who: Name, more: object) => w.execute(who, editManyActionItems, more)
const read = (number: number) => w.read('max', (work) => getActionItem(work, number))
const filter = (more: object = {}) => ListActionItemsInput.parse({ status: 'all', ...more })

describe('changing many', () => {
  test('moves all of them, counts what was promised before, and tells each', async () => {
    for (const number of [1, 2, 3]) await propose({ title: `Fix ${number}` })
    await accept(1)
    const change = { numbers: [1, 2, 3], dueOn: '2026-08-01', owner: w.personIds.ines, team: '', priority: '' }
    expect(await many('max', change)).toMatchObject({ ok: true, value: { items: 3 } })
    expect(await read(1)).toMatchObject({ dueOn: '2026-08-01', rescheduleCount: 1, owner: { name: 'ines' } })
    expect(await read(2)).toMatchObject({ dueOn: '2026-08-01', rescheduleCount: 0, originalDueOn: '2026-07-10' })
    const told = await w.read('max', (work) =>
      listActivity(work, { about: { kind: 'action_item', number: 2 }, limit: 5 }),
    )
    expect(told.items[0]?.did).toBe('changed the owner and the due date: due 10 Jul 2026 → 1 Aug 2026')
  })

  test('refuses all when one cannot be changed, and names each with why', async () => {
    await propose()
    await propose({ team: 'control' })
    await propose()
    await accept(3)
    await w.done('max', advanceActionItem, { number: 3, to: 'verified', note: 'Shown.' })
    await w.done('max', updateActionItem, { number: 1, version: 1, title: 'Another' })
    const before = { events: await w.events(), items: await Promise.all([1, 2, 3].map(read)) }
    expect(await many('ines', { numbers: [1, 2, 3, 99], priority: 'p1' })).toMatchObject({
      problem: {
        kind: 'invalid',
        fields: [
          { message: 'AI-99: There is nothing here that you can see.' },
          { field: 'numbers.2', message: expect.stringMatching(/^AI-2: Its owner/) },
          { field: 'numbers.3', message: 'AI-3: It is closed. Open it again to change it.' },
        ],
      },
    })
    expect(await many('gus', { numbers: [1], priority: 'p1' })).toMatchObject({ problem: { kind: 'forbidden' } })
    expect(await many('max', { numbers: [1] })).toMatchObject({ problem: { fields: [{ field: 'owner' }] } })
    expect({ events: await w.events(), items: await Promise.all([1, 2, 3].map(read)) }).toEqual(before)
  })

  test('a date that moved before moves again for a reason', async () => {
    await propose()
    await accept(1)
    await many('max', { numbers: [1], dueOn: '2026-08-01' })
    expect(await many('max', { numbers: [1], dueOn: '2026-09-01' })).toMatchObject({
      problem: { fields: [{ message: 'AI-1: Its date moved before. Say why it moves again.' }] },
    })
    expect(await many('max', { numbers: [1], dueOn: '2026-09-01', reason: 'The vendor.' })).toMatchObject({ ok: true })
  })
})

describe('taking it back', () => {
  test('puts everything back as it was, for whoever changed it', async () => {
    await propose({ owner: w.personIds.max })
    await propose({ priority: 'p0' })
    await accept(1)
    const before = await Promise.all([1, 2].map(read))
    const change = { numbers: [1, 2], team: 'control', dueOn: '2026-08-01', priority: 'p3', owner: 'none' }
    const { edit } = await w.done('max', editManyActionItems, change)
    expect(await read(1)).toMatchObject({ team: { slug: 'control' }, owner: null, priority: 'p3', rescheduleCount: 1 })
    expect(await w.execute('pia', undoEdit, { edit })).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await w.execute('max', undoEdit, { edit })).toMatchObject({ ok: true, value: { items: 2 } })
    const plain = (items: typeof before) => items.map(({ version: _, ...rest }) => rest)
    expect(plain(await Promise.all([1, 2].map(read)))).toEqual(plain(before))
    expect((await w.events()).slice(-2)).toEqual(['action_item.change_undone', 'action_item.change_undone'])
    expect(await w.execute('max', undoEdit, { edit })).toMatchObject({ problem: { kind: 'not_found' } })
  })

  test('takes nothing back when somebody went on with one of them', async () => {
    await propose()
    await propose()
    const { edit } = await w.done('max', editManyActionItems, { numbers: [1, 2], priority: 'p3' })
    await w.done('ines', updateActionItem, { number: 2, version: 2, title: 'Another title' })
    expect(await w.execute('max', undoEdit, { edit })).toMatchObject({
      problem: { fields: [{ message: 'AI-2: It was changed since. Nothing was taken back.' }] },
    })
    expect(await read(1)).toMatchObject({ priority: 'p3' })
  })
})

describe('taking a merging back', () => {
  const incident = { title: 'Empty zone', severity: 'sev2', kind: 'outage', team: 'edge' }
  const merge = () => w.done('max', mergeActionItem, { number: 1, of: 2 })
  const plain = (items: Awaited<ReturnType<typeof read>>[]) =>
    items.map(({ version: _, commitment: { kind, duplicateOf }, ...rest }) => ({ ...rest, kind, duplicateOf }))

  beforeEach(async () => {
    await w.done('max', recordIncident, incident)
    await w.done('max', recordIncident, { ...incident, title: 'Empty zone again' })
    await propose({ incidents: [1, 2] })
    await propose({ incidents: [2] })
    await accept(1)
  })

  test('leaves two items as they were, each with its own incidents', async () => {
    const before = await Promise.all([1, 2].map(read))
    const { edit } = await merge()
    expect(await read(2)).toMatchObject({ incidents: [{ number: 1 }, { number: 2 }] })
    expect(await w.execute('pia', undoEdit, { edit })).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await w.done('max', undoEdit, { edit })).toEqual({ edit, items: 2 })
    expect(plain(await Promise.all([1, 2].map(read)))).toEqual(plain(before))
    expect((await w.events()).slice(-2)).toEqual(['action_item.decided', 'action_item.change_undone'])
    expect(await w.execute('max', undoEdit, { edit })).toMatchObject({ problem: { kind: 'not_found' } })
  })

  test('takes nothing back when somebody went on with one of them', async () => {
    const { edit } = await merge()
    await w.done('max', decideActionItem, { number: 1, to: 'proposed' })
    expect(await w.execute('max', undoEdit, { edit })).toMatchObject({
      problem: { fields: [{ message: 'AI-1: It was changed since. Nothing was taken back.' }] },
    })
    const again = await merge()
    await w.done('ines', updateActionItem, { number: 2, version: 3, title: 'Another title' })
    expect(await w.execute('max', undoEdit, { edit: again.edit })).toMatchObject({
      problem: { fields: [{ message: 'AI-2: It was changed since. Nothing was taken back.' }] },
    })
    expect(await read(2)).toMatchObject({ incidents: [{ number: 1 }, { number: 2 }] })
  })
})

test('of two who change the same many at once neither hangs, and both are told', async () => {
  for (let number = 1; number <= 6; number += 1) await propose()
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      many(index % 2 ? 'max' : 'ines', {
        numbers: index % 2 ? [1, 2, 3, 4, 5, 6] : [6, 5, 4, 3, 2, 1],
        priority: index % 2 ? 'p3' : 'p0',
      }),
    ),
  )
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(new Set((await Promise.all([1, 2, 3, 4, 5, 6].map(read))).map(({ priority }) => priority)).size).toBe(1)
})

test('of forty pairs of steps that exclude each other one wins, and the other hears why', async () => {
  for (let number = 1; number <= 40; number += 1) {
    await propose()
    await accept(number)
  }
  const steps = [
    { to: 'verified', note: 'Shown.' },
    { to: 'dropped', note: 'Too dear.' },
  ]
  const pairs = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      Promise.all(steps.map((step) => w.execute('max', advanceActionItem, { number: index + 1, ...step }))),
    ),
  )
  for (const pair of pairs) {
    expect(pair.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(pair.find(({ ok }) => !ok)).toMatchObject({
      problem: { kind: 'conflict', message: expect.stringMatching(/^It (was dropped|is verified)/) },
    })
  }
  expect(await w.database.asOwner((db) => db.progress.count())).toBe(40)
}, 60_000)

describe('looking at the list', () => {
  beforeEach(async () => {
    await propose({
      title: 'One',
      priority: 'p1',
      owner: w.personIds.ines,
      purpose: 'prevent',
      mechanism: 'chg.config',
    })
    await propose({ title: 'Two', priority: 'p1', team: 'control', dueOn: '2026-06-12', strength: 'strong' })
    await propose({ title: 'Three', dueOn: '2026-05-01' })
    await accept(3)
    await w.done('max', advanceActionItem, { number: 3, to: 'blocked', note: 'The vendor.' })
  })

  test('counts of a facet are those of the list that a choice leads to', async () => {
    const choices: { not?: string[]; [facet: string]: unknown }[] = [
      {},
      { priority: ['p1'] },
      { status: 'open', team: ['edge'] },
      { state: ['blocked'], late: ['overdue'] },
      // One that was decided and one that was reached.
      { state: ['proposed', 'blocked'], q: 'T' },
      { not: ['priority:p1', 'team:control'] },
      { priority: ['p1'], not: ['owner:none', 'purpose:prevent'] },
      // Everything there is to choose.
      {
        ...{
          status: 'open',
          state: ['proposed'],
          late: ['later'],
          priority: ['p1'],
          team: ['edge'],
          owner: [w.personIds.ines],
        },
        ...{ purpose: ['prevent'], strength: ['strong'], removes: ['chg.config'], program: ['1'] },
      },
    ]
    for (const chosen of choices) {
      const counts = await w.read('max', (work) => countFacets(work, filter(chosen)))
      const { status, ...facets } = counts
      for (const [facet, values] of Object.entries({
        ...facets,
        status: Object.entries(status).map(([value, count]) => ({ value, count })),
      }))
        for (const { value, count } of values) {
          // Choosing what was left out no longer leaves it out.
          const not = (chosen.not ?? []).filter((each) => each !== `${facet}:${value}`)
          const leads = filter({ ...chosen, not, [facet]: facet === 'status' ? value : [value] })
          const { items } = await w.read('max', (work) => listActionItems(work, leads))
          expect({ chosen, facet, value, count: items.length }).toEqual({ chosen, facet, value, count })
        }
    }
  })

  test('what is left out is not there, and what has no value is left in', async () => {
    const titles = async (chosen: object) =>
      (await w.read('max', (work) => listActionItems(work, filter(chosen)))).items.map(({ title }) => title).sort()
    expect(await titles({ not: ['team:control'] })).toEqual(['One', 'Three'])
    expect(await titles({ not: ['purpose:prevent', 'program:7'] })).toEqual(['Three', 'Two'])
    expect(await titles({ team: ['edge'], not: ['priority:p1', 'owner:none'] })).toEqual(['Three'])
  })

  test.each(['team', 'owner', 'priority', 'mechanism', 'age'] as Grouping[])(
    'pages by %s come to every item once',
    async (by) => {
      const counts = await w.read('max', (work) => countGroups(work, filter(), by))
      const found: [string, string][] = []
      let cursor: string | undefined
      do {
        const page = await w.read('max', (work) =>
          listGroupedItems(work, filter({ limit: 1, ...(cursor && { cursor }) }), by),
        )
        found.push(...page.items.map(({ title, group }): [string, string] => [title, group]))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(found.map(([title]) => title).sort()).toEqual(['One', 'Three', 'Two'])
      expect(found.map(([, group]) => group)).toEqual(found.map(([, group]) => group).toSorted())
      for (const [key, count] of counts) expect(found.filter(([, group]) => group === key)).toHaveLength(count)
      if (by === 'owner') expect(found.map(([, key]) => groupValue(by, key))).toContain(null)
    },
  )

  test('columns are by state and days by date, soonest first', async () => {
    const columns = await w.read('max', (work) => listColumns(work, filter()))
    expect(columns.map(({ state, items }) => [state, items.map(({ title }) => title)])).toEqual([
      ['blocked', ['Three']],
      ['proposed', ['Two', 'One']],
    ])
    expect(await w.read('max', (work) => listDays(work, filter(), '2026-06'))).toMatchObject([
      { date: '2026-06-12', count: 1, items: [{ title: 'Two' }] },
    ])
    expect(await w.read('gus', (work) => listColumns(work, filter()))).toEqual([])
  })
})
