import { beforeEach, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { stagePostmortems } from '#lib/testing/stage-postmortems.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { onThisDay } from './on-this-day.ts'
import { recordIncident } from './record.ts'

const given = await testDatabase()
let cast: World
beforeEach(async () => {
  await given.empty()
  cast = await world(given)
})

const now = new Date('2026-06-10T12:00:00Z')
const record = async (impactStarted: string, more: object = {}) =>
  (
    await cast.done('max', recordIncident, {
      ...{ title: impactStarted, severity: 'sev3', kind: 'outage', team: 'edge', milestones: { impactStarted } },
      ...more,
    })
  ).number
const seen = (who: Name, zone = 'UTC', at = now) => cast.read(who, (work) => onThisDay({ ...work, now: at }, zone))
const numbers = async (who: Name, zone?: string, at?: Date) =>
  (await seen(who, zone, at)).map(({ number, years }) => `${number}: ${years}`)

test('is about impact that began on this date where the reader is, in earlier years', async () => {
  const [late, early] = [await record('2025-06-10T23:30:00Z'), await record('2023-06-10T00:30:00Z')]
  await record('2026-06-10T08:00:00Z')
  await record('2025-06-12T08:00:00Z')
  await record('2025-12-10T08:00:00Z')
  expect(await numbers('vera')).toEqual([`${late}: 1`, `${early}: 3`])
  expect(await numbers('vera', 'Asia/Singapore')).toEqual([`${early}: 3`])
  expect(await numbers('vera', 'America/New_York')).toEqual([`${late}: 1`])
  expect(await numbers('vera', 'Asia/Singapore', new Date('2026-06-10T16:30:00Z'))).toEqual([`${late}: 1`])
  expect(await numbers('vera', 'UTC', new Date('2026-06-20T12:00:00Z'))).toEqual([])
})

test('shows three at most, the worst first, and none that is hidden', async () => {
  for (const year of [2021, 2022, 2023, 2024]) await record(`${year}-06-10T10:00:00Z`)
  const worst = await record('2020-06-10T10:00:00Z', { severity: 'sev1' })
  const secret = { visibility: 'restricted', restrictedReason: 'security', severity: 'sev1' }
  const hidden = await record('2025-06-10T10:00:00Z', secret)
  expect(await numbers('vera')).toEqual([`${worst}: 6`, '4: 2', '3: 3'])
  expect((await numbers('max'))[0]).toBe(`${hidden}: 1`)
  expect(await numbers('gus')).toEqual([])
})

test('says what came of it: what was published, and what is open still', async () => {
  const number = await record('2025-06-10T10:00:00Z')
  expect(await seen('vera')).toMatchObject([{ postmortem: null, openItems: 0 }])
  const shape = { visibility: 'company', team: 'edge', lead: 'max', reviewers: [], granted: [] } as const
  const [told] = await cast.database.asOwner(async (db) => {
    const staged = await stagePostmortems(db, cast, [{ ...shape, phase: 'published' }])
    const { id: incidentId } = await db.incident.findUniqueOrThrow({ where: { number } })
    await db.postmortem.updateMany({ data: { incidentId } })
    return staged
  })
  const item = { title: 'Join errors', priority: 'p2', team: 'edge', dueOn: '2026-08-01', postmortem: told?.number }
  await cast.done('max', proposeActionItem, item)
  expect(await seen('vera')).toMatchObject([{ postmortem: { number: told?.number }, openItems: 1 }])
})
