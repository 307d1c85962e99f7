import { beforeEach, expect, test } from 'vitest'
import { recordIncident } from '#lib/incidents/record.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { joinActionItem } from './join.ts'
import { mergeActionItem } from './merge.ts'
import { proposeActionItem } from './propose.ts'
import { possibleDuplicates, similarItems } from './similar.ts'

const given = await testDatabase()
let w: World
beforeEach(async () => {
  await given.empty()
  w = await world(given)
  await propose({ title: 'Refuse an empty zone file before it is pushed' })
  await propose({ title: 'Rotate the signing keys by machine', mechanism: 'chg.config' })
})

const item = { priority: 'p2', team: 'edge', dueOn: '2026-07-10' }
const propose = (more: object) => w.done('max', proposeActionItem, { ...item, ...more })
const incident = { title: 'Empty zone', severity: 'sev2', kind: 'outage', team: 'edge' }
const found = async (who: Name, title: string, mechanism: string | null = null) =>
  (await w.read(who, (work) => similarItems(work, { title, mechanism }))).map(({ number }) => number)

test('finds titles that read alike and items that remove the same mechanism, and nothing else', async () => {
  expect(await found('max', 'Refuse empty zone files before a push')).toEqual([1])
  expect(await found('max', 'Something else entirely', 'chg.config')).toEqual([2])
  expect(await found('max', 'Something else entirely')).toEqual([])
  expect(await found('max', '%')).toEqual([])
})

test('others that may be the same are told without itself and without those that only share a mechanism', async () => {
  await propose({ title: 'Refuse empty zone files before they are pushed', mechanism: 'chg.config' })
  const duplicates = async (number: number, title: string) =>
    (await w.read('max', (work) => possibleDuplicates(work, { number, title }))).map((item) => item.number)
  expect(await duplicates(1, 'Refuse an empty zone file before it is pushed')).toEqual([3])
  expect(await duplicates(2, 'Rotate the signing keys by machine')).toEqual([])
  await w.done('max', mergeActionItem, { number: 3, of: 1 })
  expect(await duplicates(1, 'Refuse an empty zone file before it is pushed')).toEqual([])
})

test('what somebody may not see is not alike to anything', async () => {
  const secret = { visibility: 'restricted', restrictedReason: 'security' }
  await w.done('max', recordIncident, { ...incident, ...secret })
  await w.done('max', draftPostmortem, { ...secret, incident: 1, title: 'Hidden', template: 'light', team: 'edge' })
  await propose({ title: 'Watch the vault door at night', postmortem: 1 })
  expect(await found('max', 'Watch the vault door by night')).toEqual([3])
  expect(await found('ines', 'Watch the vault door by night')).toEqual([])
})

test('“this is the same” adds the incident to the item there is, once, and names it to nobody', async () => {
  await w.done('max', recordIncident, incident)
  await w.done('max', draftPostmortem, { incident: 1, title: 'Empty zone', template: 'light', team: 'edge' })
  expect(await w.done('tom', joinActionItem, { number: 1, postmortem: 1 })).toMatchObject({
    incidents: [{ number: 1 }],
  })
  expect(await w.done('tom', joinActionItem, { number: 1, incident: 1 })).toMatchObject({ incidents: [{ number: 1 }] })
  expect((await w.events()).slice(-1)).toEqual(['action_item.joined'])
  expect(await w.execute('max', joinActionItem, { number: 1, postmortem: 99 })).toMatchObject({
    problem: { fields: [{ field: 'incident' }] },
  })
  expect(await w.execute('omar', joinActionItem, { number: 1, incident: 1 })).toMatchObject({
    problem: { kind: 'forbidden' },
  })
})
