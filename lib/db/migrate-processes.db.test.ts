import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '#lib/testing/database.ts'
import { startProgram } from '#lib/testing/program.ts'
import { openDatabase } from './client.ts'
import { migrate } from './migrate.ts'

let root: string
let prisma: string
/** A URL, or the data directory of an embedded database. */
let target: string

beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-processes-'))
  prisma = path.join(root, 'prisma')
  for (let n = 1; n <= 20; n++) {
    const folder = path.join(prisma, 'migrations', `${String(n).padStart(4, '0')}_step`)
    await fs.mkdir(folder, { recursive: true })
    // A second run of any of them fails, because its table is there.
    const sql = `create table step_${n} as select g as id from generate_series(1, 20000) g;`
    await fs.writeFile(path.join(folder, 'migration.sql'), sql)
  }
  const { database, url } = await emptyDatabase()
  await database.close()
  target = url ?? path.join(root, 'data')
})
afterEach(() => fs.rm(root, { recursive: true }))

const open = () => openDatabase(target.includes('://') ? { url: target } : { dataDirectory: target })

async function tablesAndRecords(): Promise<unknown> {
  const database = await open()
  try {
    const { applied } = await migrate(database, prisma)
    expect(applied).toEqual([])
    return await database.withOwnerClient(async (client) => {
      const { rows } = await client.query(`
        select (select count(*)::int from pg_tables where tablename like 'step_%') as tables,
               (select count(*)::int from _prisma_migrations where finished_at is not null) as records`)
      return rows[0]
    })
  } finally {
    await database.close()
  }
}

test('three processes that migrate at once make each change once', { timeout: 60_000 }, async () => {
  const processes = await Promise.all([1, 2, 3].map(() => startProgram('migrate', target, prisma)))
  await Promise.all(processes.map(({ ended }) => ended))
  const applied = processes.flatMap((one) => one.output().match(/\d{4}_step/g) ?? [])
  expect(applied.length).toBe(20)
  // On the embedded database those who found it owned were turned away, and say by whom.
  const refused = processes.filter((one) => one.output().includes('REFUSED'))
  for (const one of refused) expect(one.output()).toMatch(/Another Firebreak \(process \d+\) is using/)
  expect(refused.length === 0 || process.env.TEST_LANE === 'embedded').toBe(true)
  expect(await tablesAndRecords()).toEqual({ tables: 20, records: 20 })
})

test('a migration that is killed goes on where it was', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 5; round++) {
    const program = await startProgram('migrate', target, prisma)
    await program.said(/OPEN/)
    // Somewhere in the middle, each time somewhere else.
    await pause(Math.random() * 60)
    program.process.kill('SIGKILL')
    await program.ended
  }
  const database = await open()
  await migrate(database, prisma)
  await database.close()
  expect(await tablesAndRecords()).toEqual({ tables: 20, records: 20 })
})
