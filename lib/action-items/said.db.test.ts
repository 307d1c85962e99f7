import { beforeEach, expect, test } from 'vitest'
import { newId } from '#lib/ids.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { NOW, type World, world } from '#lib/testing/world.ts'
import { advanceActionItem } from './advance.ts'
import { decideActionItem } from './decide.ts'
import { mergeActionItem } from './merge.ts'
import { proposeActionItem } from './propose.ts'
import { undoEdit } from './undo-edit.ts'

const given = await testDatabase()
let w: World
let minute: number
beforeEach(async () => {
  await given.empty()
  w = await world(given)
  minute = 0
})

const next = () => new Date(NOW.getTime() + 60_000 * minute++)
const propose = () =>
  w.done(
    'max',
    proposeActionItem,
    {
      ...{ title: 'Cap retries', doneWhen: 'A drill shows it.', priority: 'p2', team: 'edge' },
      ...{ dueOn: '2026-07-10', owner: w.personIds.ines },
    },
    next(),
  )
const decide = (to: string, more = {}) =>
  w.done('max', decideActionItem, { number: 1, to, reason: 'So it was decided.', ...more }, next())
const advance = (to: string, more = {}) =>
  w.done('ines', advanceActionItem, { number: 1, to, note: 'So it is.', ...more }, next())

/** The item's own account, after it was held against the rows that it is made of. */
async function said(number = 1): Promise<string[]> {
  const [item] = await w.database.asOwner(
    (db) =>
      db.$queryRaw<[{ id: string; said: string[]; saidAt: Date[] }]>`
        select "id", "said", "saidAt" from "ActionItem" where "number" = ${number}`,
  )
  const [decisions, steps] = await w.database.asOwner(async (db) => [
    await db.commitment.findMany({ where: { actionItemId: item.id } }),
    await db.progress.findMany({ where: { actionItemId: item.id } }),
  ])
  const byAge = [...decisions, ...steps].sort((a, b) => b.at.getTime() - a.at.getTime())
  expect(item.saidAt).toEqual(byAge.map(({ at }) => at))
  return item.said
}

test('an item tells what was said of it, newest first, whatever was said', async () => {
  await propose()
  expect(await said()).toEqual([])
  await decide('accepted')
  await advance('in_progress')
  expect(await said()).toEqual(['in_progress', 'accepted'])
  await decide('risk_accepted', { until: '2026-12-01', approver: w.personIds.olga })
  await decide('accepted')
  await advance('verified')
  await advance('regressed', { because: 'ineffective' })
  await advance('dropped')
  await advance('open')
  const all = ['open', 'dropped', 'regressed', 'verified', 'accepted', 'risk_accepted', 'in_progress', 'accepted']
  expect(await said()).toEqual(all)
})

test('merging is told, and so is that it was taken back', async () => {
  await propose()
  await propose()
  await decide('accepted')
  const { edit } = await w.done('max', mergeActionItem, { number: 1, of: 2 }, next())
  expect(await said()).toEqual(['duplicate', 'accepted'])
  await w.done('max', undoEdit, { edit }, next())
  expect([await said(), await said(2)]).toEqual([['accepted', 'duplicate', 'accepted'], []])
})

test('what is told late stands where it belongs, and of two words at once the step is the later', async () => {
  await propose()
  await decide('accepted')
  await advance('verified')
  const [earlier, accepted] = [new Date(NOW.getTime() - 60_000), new Date(NOW.getTime() + 60_000)]
  const word = () => ({ id: newId(NOW), note: 'It was told later.' })
  await w.database.asOwner(async (db) => {
    const { id: actionItemId } = await db.actionItem.findFirstOrThrow()
    await db.progress.createMany({
      data: [
        { ...word(), actionItemId, kind: 'in_progress', at: accepted },
        { ...word(), actionItemId, kind: 'blocked', at: earlier },
      ],
    })
  })
  expect(await said()).toEqual(['verified', 'in_progress', 'accepted', 'blocked'])
})
