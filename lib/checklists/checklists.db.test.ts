import { beforeEach, describe, expect, test } from 'vitest'
import { getGuide } from '#lib/guides/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { abandonChecklist, finishChecklist } from './end.ts'
import { markItem } from './mark-item.ts'
import { getChecklist, listChecklists, listFollowing } from './queries.ts'
import { ListChecklistsInput } from './schema.ts'
import { startChecklist } from './start.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
})

const guide = 'anycast-drain-and-return'
const service = 'edge-proxy'
const started = (more: object = {}) => w.done('tom', startChecklist, { guide, service, ...more })
const list = async (filter: object) =>
  (await w.read('vera', (work) => listChecklists(work, ListChecklistsInput.parse(filter)))).items.map(
    ({ number }) => number,
  )

test('it holds the items the guide has, each said to be done or not to apply, by whom and with what shows it', async () => {
  const { number, items } = await started()
  expect(items.map(({ text }) => text)).toEqual((await getGuide(guide))?.checklist)
  expect(items.length).toBeGreaterThan(5)
  const url = 'https://graphs.example/drain'
  await w.done('max', markItem, { number, item: 1, mark: 'done', url })
  expect(await w.execute('max', markItem, { number, item: 2, mark: 'not_applicable' })).toMatchObject({
    problem: { fields: [{ field: 'note' }] },
  })
  await w.done('max', markItem, { number, item: 2, mark: 'not_applicable', note: 'It has one site.' })
  const value = await w.done('tom', markItem, { number, item: 1, mark: 'open', note: 'It was measured elsewhere.' })
  expect(value).toMatchObject({ state: 'open', open: items.length - 1, added: [], gone: [], by: 'tom' })
  expect(value.items[0]).toMatchObject({ mark: 'open', said: [{ by: 'tom' }, { by: 'max', mark: 'done', url }] })
  expect(await w.execute('tom', markItem, { number, item: 99, mark: 'done' })).toMatchObject({
    problem: { kind: 'not_found' },
  })
  expect(await w.events()).toEqual(['checklist.started', 'checklist.marked', 'checklist.marked', 'checklist.marked'])
})

describe('it ends', () => {
  test('finished when nothing is open, and is not changed any more', async () => {
    const { number, items } = await started()
    expect(await w.execute('max', finishChecklist, { number })).toMatchObject({ problem: { kind: 'conflict' } })
    for (const { item } of items) await w.done('max', markItem, { number, item, mark: 'done' })
    expect(await w.done('max', finishChecklist, { number, note: 'Ready.' })).toMatchObject({
      ...{ state: 'finished', endNote: 'Ready.', endedBy: 'max', open: 0 },
    })
    for (const [command, input] of [
      [markItem, { item: 1, mark: 'open' }],
      [abandonChecklist, { reason: 'No.' }],
      [finishChecklist, {}],
    ] as const)
      expect(await w.execute('max', command as typeof markItem, { number, ...input })).toMatchObject({
        problem: { kind: 'conflict' },
      })
  })

  test('abandoned with a reason, and another can be started', async () => {
    const { number } = await started()
    expect(await w.execute('max', startChecklist, { guide, service })).toMatchObject({ problem: { kind: 'conflict' } })
    expect(await w.execute('tom', abandonChecklist, { number, reason: '' })).toMatchObject({
      problem: { fields: [{ field: 'reason' }] },
    })
    await w.done('tom', abandonChecklist, { number, reason: 'The launch was moved.' })
    const again = await started()
    expect(await list({ service })).toEqual([again.number, number])
    expect(await list({ guide, state: 'abandoned' })).toEqual([number])
    const following = await w.read('vera', (work) => listFollowing(work, guide))
    expect(following.map((one) => one.number)).toEqual([again.number])
  })
})

test('two who start it at once start one', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => w.execute('max', startChecklist, { guide, service })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('it says what the guide asks since it was started', async () => {
  const { number, items } = await started()
  await w.database.asOwner((db) => db.checklistItem.deleteMany({ where: { position: 1 } }))
  const [first] = items
  await w.database.asOwner(async (db) => {
    const { id } = await db.checklist.findUniqueOrThrow({ where: { number } })
    await db.checklistItem.create({
      data: { id: crypto.randomUUID(), checklistId: id, position: 90, text: 'No longer asked.' },
    })
  })
  expect(await w.read('vera', (work) => getChecklist(work, number))).toMatchObject({
    added: [first?.text],
    gone: ['No longer asked.'],
  })
})

test('a service or a guide that is not there has none', async () => {
  for (const wrong of [{ service: 'nothing' }, { guide: 'no-guide' }])
    expect(await w.execute('tom', startChecklist, { guide, service, ...wrong })).toMatchObject({
      problem: { kind: 'not_found' },
    })
  expect(await list({})).toEqual([])
})
