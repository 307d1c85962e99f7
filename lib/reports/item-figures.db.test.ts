import { beforeEach, expect, test } from 'vitest'
import { newId } from '#lib/ids.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { dateFromLocal } from '#lib/time.ts'
import { burnUp, itemFigures } from './item-figures.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

const at = (day: string) => new Date(`${day}T12:00:00Z`)
/** The second quarter of 2026, looked at on its last day at noon. */
const quarter = { from: at('2026-04-01'), to: at('2026-06-30') }
const figures = (window = quarter, now = window.to) =>
  cast.contextOf('max', now).transaction((db) => itemFigures({ ...cast.contextOf('max', now), db }, {}, window))

type Step = 'in_progress' | 'verified' | 'regressed' | 'dropped'
type Decision = 'accepted' | 'risk_accepted' | 'duplicate'
type Sketch = {
  due: string
  moved?: [string, string]
  decided?: [string, Decision][]
  steps?: [string, Step][]
  weighty?: boolean
  strong?: boolean
  shown?: string
}

/** Straight into the tables, because what is told here took place in the order of a spring. */
async function promise({ due, moved, decided = [], steps = [], weighty, strong, shown }: Sketch): Promise<string> {
  const id = newId(at('2026-03-01'))
  const [createdAt, byId, other] = [at('2026-03-01'), cast.personIds.max, first]
  await cast.database.asOwner(async (db) => {
    await db.actionItem.create({
      data: {
        ...{
          id,
          title: 'Cap retries',
          doneWhen: 'A drill shows it.',
          teamId: cast.teamIds.edge,
          createdAt,
          updatedAt: createdAt,
        },
        ...{
          priority: weighty ? 'p1' : 'p2',
          originalDueOn: dateFromLocal(due),
          dueOn: dateFromLocal(moved?.[1] ?? due),
        },
        ...(strong && { strength: 'strong' }),
      },
    })
    if (shown)
      await db.itemEvidence.create({
        data: { id: newId(at(shown)), actionItemId: id, kind: 'drill', note: 'It held.', at: at(shown) },
      })
    for (const [day, kind] of decided)
      await db.commitment.create({
        data: {
          ...{ id: newId(at(day)), actionItemId: id, kind, reason: 'So it was decided.', at: at(day) },
          ...(kind === 'duplicate' && { duplicateOfId: other ?? id }),
          ...(kind === 'risk_accepted' && { until: dateFromLocal('2027-01-01'), approverId: byId }),
        },
      })
    for (const [day, kind] of steps)
      await db.progress.create({
        data: {
          ...{ id: newId(at(day)), actionItemId: id, kind, note: 'So it is.', at: at(day) },
          ...(kind === 'regressed' && { because: 'ineffective' }),
        },
      })
    if (moved)
      await db.event.create({
        data: {
          ...{
            id: newId(at(moved[0])),
            at: at(moved[0]),
            name: 'action_item.updated',
            actorKind: 'system',
            requestId: 'test',
          },
          ...{
            subjectKind: 'action_item',
            subjectId: id,
            data: { changed: ['dueOn'], dueOn: { from: due, to: moved[1] } },
          },
        },
      })
  })
  return id
}
let first: string | undefined

const accepted = (day: string): { decided: [string, Decision][] } => ({ decided: [[day, 'accepted']] })

const cameBack: Parameters<typeof promise>[0] = {
  ...accepted('2026-05-07'),
  due: '2026-06-20',
  steps: [
    ['2026-05-20', 'verified'],
    ['2026-06-20', 'regressed'],
  ],
}

/** Ten promises, each on a line that says what becomes of it. */
async function tenPromises() {
  first = await promise({
    ...accepted('2026-04-02'),
    due: '2026-05-01',
    steps: [['2026-04-20', 'verified']],
    strong: true,
    shown: '2026-04-20',
  })
  await promise({ ...accepted('2026-04-05'), due: '2026-05-01', steps: [['2026-05-10', 'verified']] })
  await promise({
    ...accepted('2026-04-10'),
    due: '2026-05-15',
    moved: ['2026-05-10', '2026-06-15'],
    steps: [['2026-06-10', 'verified']],
  })
  await promise({ ...accepted('2026-04-15'), due: '2026-05-20', weighty: true, steps: [['2026-06-01', 'in_progress']] })
  await promise({ ...accepted('2026-05-01'), due: '2026-06-10', steps: [['2026-06-25', 'in_progress']] })
  await promise({ ...accepted('2026-05-05'), due: '2026-08-01' })
  await promise({ ...accepted('2026-05-06'), due: '2026-06-20', steps: [['2026-06-01', 'dropped']] })
  await promise(cameBack)
  await promise({
    decided: [
      ['2026-05-08', 'accepted'],
      ['2026-05-09', 'duplicate'],
    ],
    due: '2026-06-20',
  })
  await promise({ due: '2026-06-20' })
}

test('every figure is what is counted by hand', async () => {
  await tenPromises()
  const counted = await figures()
  expect(counted).toMatchObject({
    // All but the merged one and the one nobody accepted.
    accepted: 8,
    // 4, 5, 6 and the one that came back.
    open: 4,
    // 4 since 20 May, 5 since 10 June, the one that came back since 20 June.
    overdue: 3,
    overdueWeighty: 1,
    stale: 1,
    // 1, 2 and 3 of the seven that nobody gave up.
    closure: { done: { of: 3, n: 7 }, givenUp: 1 },
    // First dates within the quarter: 1, 2, 3, 4, 5 and the one that came back; only 1 was done by its own.
    onTime: { first: { of: 1, n: 6 }, current: { of: 2, n: 6 } },
    evidenced: { of: 1, n: 3 },
    reopened: { of: 1, n: 4 },
    strong: { done: { of: 1, n: 3 }, accepted: { of: 1, n: 8 } },
    // Too few to say more.
    slip: { n: 7, median: null, p90: null },
  })
  // Days since acceptance on 30 June: 76, 60, 56 and 54.
  expect(counted.age.buckets).toEqual([
    { from: 0, count: 0 },
    { from: 15, count: 0 },
    { from: 31, count: 3 },
    { from: 61, count: 1 },
    { from: 91, count: 0 },
  ])
  // Done after 18, 35 and 61 days; at 61 two were left of seven: 6/7 · 5/6 · 1/2 is the first at or under a half.
  expect(counted.timeToDone).toMatchObject({ n: 7, done: 3, median: 61 })
})

test('as of an earlier day it is what it was then, whenever it is asked', async () => {
  await tenPromises()
  const then = { from: at('2026-04-01'), to: at('2026-05-25') }
  const counted = await figures(then, quarter.to)
  expect(counted).toMatchObject({
    ...{ accepted: 8, open: 5, overdue: 1, overdueWeighty: 1, stale: 0 },
    closure: { done: { of: 3, n: 8 }, givenUp: 0 },
    evidenced: { of: 1, n: 3 },
  })
  // Of what nobody spoke of since the window began, the item itself tells how it stood.
  const later = { from: at('2026-07-01'), to: at('2026-07-20') }
  expect(await figures(later)).toMatchObject({
    ...{ accepted: 0, open: 4, overdue: 3, overdueWeighty: 1, stale: 2 },
    ...{ evidenced: { of: 1, n: 3 }, reopened: null, onTime: { first: null, current: null }, slip: { n: 7 } },
    ever: { accepted: 8, ended: 4 },
    changes: [],
  })
})

test('what came back is open again from that day on, and so is what was accepted again', async () => {
  await promise(cameBack)
  await promise({
    decided: [
      ['2026-05-07', 'accepted'],
      ['2026-05-20', 'risk_accepted'],
      ['2026-06-20', 'accepted'],
    ],
    due: '2026-06-20',
  })
  const open = async (day: string) => (await figures({ from: quarter.from, to: at(day) }, quarter.to)).open
  const days = ['2026-05-06', '2026-05-10', '2026-05-20', '2026-06-19', '2026-06-20']
  expect(await Promise.all(days.map(open))).toEqual([0, 2, 0, 0, 2])
})

test('what was begun is silent after two weeks, also when the last word was a decision and more was said since', async () => {
  await promise({
    decided: [
      ['2026-05-01', 'accepted'],
      ['2026-05-10', 'risk_accepted'],
      ['2026-05-11', 'accepted'],
    ],
    steps: [
      ['2026-05-05', 'in_progress'],
      ['2026-06-20', 'verified'],
    ],
    due: '2026-07-20',
  })
  const stale = async (day: string) => (await figures({ from: quarter.from, to: at(day) }, quarter.to)).stale
  expect(await Promise.all(['2026-05-24', '2026-05-25', '2026-06-19', '2026-06-20'].map(stale))).toEqual([0, 1, 1, 0])
})

test('two lines never cross: what ended had been accepted', async () => {
  await tenPromises()
  const days = Array.from({ length: 91 }, (_, day) => quarter.from.getTime() + day * 86_400_000)
  const lines = burnUp(await figures(), days)
  expect(lines.at(0)).toMatchObject({ accepted: 0, ended: 0 })
  // On 8 May the ninth was not merged yet.
  expect(lines.at(37)).toMatchObject({ accepted: 9, ended: 1 })
  expect(lines.at(-1)).toMatchObject({ accepted: 8, ended: 4 })
  expect(lines.every(({ accepted, ended }) => ended <= accepted)).toBe(true)
})
