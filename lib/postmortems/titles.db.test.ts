import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { listActionItems } from '#lib/action-items/queries.ts'
import { listActivity } from '#lib/activity/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { amendPostmortem } from './amend.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { publishPostmortem } from './publish.ts'
import { getPostmortem, getWorkingText, listPostmortems } from './queries.ts'
import { retractPostmortem } from './retract.ts'
import { listRevisions } from './revisions.ts'
import { ListPostmortemsInput } from './schema.ts'

const [first, second] = ['Stale answers from the cache', 'Stale answers from the edge cache, and why']
let w: World
let number: number

beforeEach(async () => {
  const given = await testDatabase()
  await given.empty()
  w = await world(given)
  number = (await w.done('max', draftPostmortem, { title: 'Untitled', template: 'light', team: 'edge' })).number
  const { sections } = await w.read('max', (work) => getWorkingText(work, number))
  const written = sections.map(({ key, version }) => ({ key, version, body: 'Twelve minutes of stale answers.' }))
  await w.done('max', editPostmortem, { number, title: first, sections: written })
})

const listed = async (input: object = {}) =>
  (await w.read('tom', (work) => listPostmortems(work, ListPostmortemsInput.parse(input)))).items.map(
    (row) => row.title,
  )
const renamed = () => w.done('max', editPostmortem, { number, title: second })

describe('the title of a postmortem', () => {
  test('is the working one until the first publication', async () => {
    expect(await listed()).toEqual([first])
    await renamed()
    expect(await listed()).toEqual([second])
  })

  test('stays the published one in every list and link while another is being written', async () => {
    const item = { title: 'Check the age of answers', postmortem: number, team: 'edge', dueOn: '2026-07-01' }
    await w.done('max', proposeActionItem, { ...item, priority: 'p1', doneWhen: 'An old answer is refused.' })
    await w.done('max', publishPostmortem, { number })
    const answered = await renamed()

    expect(answered.title).toBe(second)
    expect((await w.read('max', (work) => getWorkingText(work, number))).row.workingTitle).toBe(second)
    for (const who of ['tom', 'max'] as const)
      expect((await w.read(who, (work) => getPostmortem(work, number))).title).toBe(first)
    expect(await listed()).toEqual([first])
    expect(await listed({ q: 'edge cache' })).toEqual([])
    expect(await listed({ q: 'the cache' })).toEqual([first])
    const { items } = await w.read('tom', (work) =>
      listActionItems(work, { status: 'all', limit: 10, postmortem: number }),
    )
    expect(items.map(({ postmortem }) => postmortem?.title)).toEqual([first])
    const told = await w.read('tom', (work) => listActivity(work, { about: { kind: 'postmortem', number } }))
    expect(JSON.stringify(told)).not.toContain(second)
  })

  test('changes for readers with the amendment, and a retraction leaves it', async () => {
    await w.done('max', publishPostmortem, { number })
    await renamed()
    await w.done('max', amendPostmortem, { number, note: 'A clearer title.' })
    expect(await listed()).toEqual([second])
    await w.done('max', editPostmortem, { number, title: 'Something else' })
    await w.done('max', retractPostmortem, { number, reason: 'It told of the wrong region.' })
    expect(await listed()).toEqual([second])
  })

  test('cannot be set beside what was published', async () => {
    await w.done('max', publishPostmortem, { number })
    await w.contextOf('max').transaction((db) => db.postmortem.updateMany({ data: { title: 'By hand' } }))
    expect(await listed()).toEqual([first])
  })
})

describe('a title that two people change', () => {
  test('is refused with the one that stands, unless the change began with it', async () => {
    await renamed()
    const late = { number, title: 'A third one', titleWas: first }
    expect(await w.execute('ines', editPostmortem, late)).toMatchObject({
      problem: { kind: 'conflict', current: { title: second } },
    })
    expect((await w.read('max', (work) => getWorkingText(work, number))).row.workingTitle).toBe(second)
    expect(await w.done('ines', editPostmortem, { ...late, titleWas: second })).toMatchObject({ title: 'A third one' })
  })

  test('is not refused for the same words', async () => {
    await renamed()
    expect(await w.done('ines', editPostmortem, { number, title: second, titleWas: first })).toMatchObject({
      title: second,
    })
  })
})

describe('the frozen texts', () => {
  test('are listed a page at a time, newest first, and missing is missing', async () => {
    await w.done('max', publishPostmortem, { number })
    await renamed()
    await w.done('max', amendPostmortem, { number, note: 'A clearer title.' })
    const page = (more: object) => w.read('tom', (work) => listRevisions(work, { number, limit: 1, ...more }))
    const newest = await page({})
    expect(newest.items).toMatchObject([{ ordinal: 2, by: 'max', note: 'A clearer title.', published: true }])
    const oldest = await page({ cursor: newest.nextCursor ?? '' })
    expect(oldest).toMatchObject({ items: [{ ordinal: 1 }], nextCursor: null })
    await expect(page({ number: 99 })).rejects.toMatchObject({ problem: { kind: 'not_found' } })
  })
})
