import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMaintenance, vacuum } from './maintenance.ts'
import { type EmbeddedPool, lend, openEmbedded } from './pool.ts'

let embedded: EmbeddedPool
const withOwnerClient = <T>(run: (client: pg.ClientBase) => Promise<T>) => lend(embedded.pool, run, 'always')
const one = async (sql: string) => Object.values((await embedded.pool.query(sql)).rows[0])[0]

beforeAll(async () => {
  embedded = await openEmbedded({ directory: undefined })
  await embedded.pool.query('create table "Kept" (n int)')
})
afterAll(() => embedded.close())

const CHECKPOINT = 'select checkpoint_lsn::text from pg_control_checkpoint()'

test.each([
  ['after a while', 0],
  ['not before', 3_600_000],
])('activity is followed by a checkpoint, %s', async (_when, checkpointEveryMs) => {
  const before = await one(CHECKPOINT)
  const reports: string[] = []
  const report = (sentence: string) => reports.push(sentence)
  let sent = 0
  // Each tick looks once; after a few of them everything that was due is done.
  const host = { sent: () => sent++ }
  const { stop } = startMaintenance({ host, withOwnerClient, report, tickMs: 5, checkpointEveryMs })
  await embedded.pool.query('insert into "Kept" values (1)')
  await expect.poll(() => sent, { timeout: 10_000 }).toBeGreaterThan(10)
  stop()
  expect((await one(CHECKPOINT)) !== before).toBe(checkpointEveryMs === 0)
  expect(reports).toEqual([])
})

test('vacuum counts the rows, so that plans fit them', async () => {
  await embedded.pool.query('insert into "Kept" select generate_series(1, 500)')
  const rows = await one('select count(*)::int from "Kept"')
  await vacuum(withOwnerClient)
  expect(await one(`select reltuples::int from pg_class where relname = 'Kept'`)).toBe(rows)
})
