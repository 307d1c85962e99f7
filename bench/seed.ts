import { rmSync } from 'node:fs'
import path from 'node:path'
import { type Database, type Db, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { type Asked, recording } from '#lib/db/queueing-client.ts'
import { loadSample } from '#prisma/seed.ts'
import { temporaryFolder } from './servers.ts'

// How long does the sample company take to move in? On the embedded database, against asking that database the simplest
// question as often as moving in asks anything. In production, as the server that people start: it reads its guides once.
Object.assign(process.env, { NODE_ENV: 'production' })
const folder = temporaryFolder('seed')
const database = await openDatabase({ dataDirectory: path.join(folder, 'data') })
try {
  await migrate(database)
  const asked: Asked[] = []
  const seeded = await measured(() => recording.run(asked, () => loadSample(database)))
  const trivial = await measured(() => askOften(database, asked.length))
  const ratio = Number((seeded.seconds / trivial.seconds).toFixed(2))
  console.log(JSON.stringify({ bench: 'seed', statements: asked.length, seeded, trivial, ratio }))
  if (process.argv.includes('--statements')) report(asked)
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measured(run: () => Promise<unknown>) {
  const [started, before] = [performance.now(), process.cpuUsage()]
  await run()
  const { user, system } = process.cpuUsage(before)
  return {
    seconds: Number(((performance.now() - started) / 1_000).toFixed(2)),
    cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
  }
}

function askOften(database: Database, times: number): Promise<void> {
  const ask = async (db: Db) => {
    for (let asked = 0; asked < times; asked++) await db.$queryRaw`select 1`
  }
  return database.asOwner(ask, { timeoutMs: 120_000 })
}

/** What is asked most, for whoever wants to make it less. */
function report(asked: readonly Asked[]) {
  const counts = new Map<string, number>()
  for (const { question } of asked) {
    const text = question.text.replaceAll(/\s+/g, ' ').slice(0, 140)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  for (const [text, count] of sorted.slice(0, 40)) console.log(String(count).padStart(6), text)
}
