import { beforeEach, expect, test } from 'vitest'
import { listNotifications } from '#lib/notifications/queries.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { answerFinding } from './answer-finding.ts'
import { approveSummary } from './approve.ts'
import { writeSummary } from './write.ts'

let cast: World
let number: number
beforeEach(async () => {
  const given = await testDatabase()
  await given.empty()
  cast = await world(given)
  number = (await cast.done('max', draftPostmortem, { title: 'Stale answers', template: 'light', team: 'edge' })).number
})

const write = (who: Name, revision: number, body: string) =>
  cast.done(who, writeSummary, { number, revision, title: 'Stale answers', body })
const told = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 50 }))).items
    .filter(({ kind }) => kind === 'summary_waits')
    .map(({ says }) => says)

test('those who may approve are told once until the next approval, and the writer is not', async () => {
  await write('ines', 0, 'Some answers were stale.')
  await write('ines', 1, 'Some answers were up to twelve minutes old.')
  expect(await told('max')).toHaveLength(1)
  for (const other of ['ines', 'vera', 'tom'] as const) expect(await told(other)).toEqual([])
  await cast.done('max', approveSummary, { number, revision: 2 })
  await write('ines', 2, 'Some answers were up to fourteen minutes old.')
  expect(await told('max')).toHaveLength(2)
})

test('nobody is called while the check still finds something', async () => {
  const { findings } = await write('ines', 0, 'Some answers were stale, says [unknown: who?].')
  expect(await told('max')).toEqual([])
  for (const { key } of findings)
    await cast.done('ines', answerFinding, { number, finding: key, reason: 'It is said so on purpose.' })
  expect(await told('max')).toHaveLength(1)
})
