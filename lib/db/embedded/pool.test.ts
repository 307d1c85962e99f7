import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemFromDatabase } from '../errors.ts'
import { DurableNodeFS, durableStartParams } from './durable-fs.ts'
import { type EmbeddedPool, openEmbedded } from './pool.ts'

const reports: string[] = []
const report = (sentence: string) => reports.push(sentence)
let embedded: EmbeddedPool
let directory: string

const temporary = () => fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-pool-'))

/** Made once and copied for each test: making a cluster takes seconds. */
let fresh: string
beforeAll(async () => {
  fresh = await temporary()
  await (await openEmbedded({ directory: fresh, report })).close()
}, 60_000)
afterAll(() => fs.rm(fresh, { recursive: true }))

async function open(deadlineMs?: number): Promise<EmbeddedPool> {
  directory = await temporary()
  await fs.cp(fresh, directory, { recursive: true })
  reports.length = 0
  embedded = await openEmbedded({ directory, report, ...(deadlineMs && { deadlineMs }) })
  return embedded
}
afterEach(async () => {
  await embedded.close()
  await fs.rm(directory, { recursive: true })
})

/** Keeps a processor busy for seconds. */
const RUNAWAY = 'select count(*) from generate_series(1, 100000000)'

describe('the embedded database', { timeout: 60_000 }, () => {
  test('keeps its session when a statement fails', async () => {
    const { pool } = await open()
    await pool.query('create temporary table mine (n int)')
    await expect(pool.query('select nonsense')).rejects.toMatchObject({ code: '42703' })
    await expect(pool.query('select $1::text', ['a\0b'])).rejects.toMatchObject({ code: '22021' })
    await expect(pool.query('insert into mine values ($1)', ['word'])).rejects.toMatchObject({ code: '22P02' })
    expect((await pool.query('select count(*)::int as n from mine')).rows).toEqual([{ n: 0 }])
  })

  test('answers in order when everybody asks at once, and carries answers larger than its buffer', async () => {
    const { pool } = await open()
    const asked = Array.from({ length: 200 }, (_, n) => n)
    const answers = await Promise.all(asked.map((n) => pool.query('select $1::int as n', [n])))
    expect(answers.map(({ rows }) => rows[0].n)).toEqual(asked)
    const { rows } = await pool.query(`select repeat('x', 5000000) as text`)
    expect(rows[0].text).toHaveLength(5_000_000)
  })

  test('survives the end of its thread in the middle of a statement', async () => {
    const { pool, host } = await open()
    await pool.query('create table saved (n int)')
    for (let n = 0; n < 3; n++) {
      await pool.query('insert into saved values ($1)', [n])
      const cut = pool.query('insert into saved select * from generate_series(1000, 10000000)')
      const waiting = pool.query('select 1')
      await host.terminate('ended by the test')
      const error = await cut.catch((error: unknown) => error)
      expect(problemFromDatabase(error)).toMatchObject({ kind: 'unavailable' })
      await waiting.catch(() => undefined)
    }
    expect((await pool.query('select n from saved order by n')).rows).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }])
  })

  test('restarts when a statement runs away, and says so', async () => {
    const { pool } = await open(2_000)
    const error = await pool.query(RUNAWAY).catch((error: unknown) => error)
    expect(problemFromDatabase(error)).toMatchObject({ kind: 'unavailable' })
    expect(reports).toEqual(['A statement ran for more than 2 seconds, so the embedded database was restarted.'])
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  })

  test('lets maintenance take its time', async () => {
    const { pool, host } = await open(20)
    const { rows } = await host.withoutDeadline(() =>
      pool.query('select count(*)::int as n from generate_series(1, 2000000)'),
    )
    expect(rows).toEqual([{ n: 2_000_000 }])
    expect(reports).toEqual([])
  })
})

test('every commit reaches the disk', { timeout: 60_000 }, async () => {
  await open()
  await embedded.host.close()
  const files = new DurableNodeFS(directory)
  const server = await PGlite.create({ fs: files, startParams: durableStartParams })
  await server.exec('create table saved (n int)')
  const before = files.synced
  for (let n = 0; n < 10; n++) await server.query('insert into saved values ($1)', [n])
  expect(files.synced - before).toBeGreaterThanOrEqual(10)
  await server.close()
})
