import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { hashSecret, newSecret } from '#lib/auth/secrets.ts'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { newId } from '#lib/ids.ts'
import { startPostgres, statement, withDatabase } from '#lib/testing/postgres.ts'
import { INCIDENTS, ITEMS, MANAGER, PROGRAMS, seedLarge } from './large.ts'
import { startFirebreak, temporaryFolder } from './servers.ts'
import { LEAST_PAGE, timed } from './visitor.ts'

// How long until a page of a large company is there? The board, programs and reports of whoever sees everything, over HTTP
// and one after the other, against a page of the same server that counts nothing.
const ROUNDS = Number(process.env.ROUNDS ?? 20)
const WARM_ROUNDS = 7
const PAGES = {
  board: '/action-items',
  'board by words': '/action-items?q=edge+caches&status=all',
  'board by columns': '/action-items?as=board',
  programs: '/programs',
  program: '/programs/3',
  'report on action items': '/reports/action-items',
  'report on incidents': '/reports/incidents',
  'quarterly review': '/reports/quarter',
}

const dataDirectory = temporaryFolder('large-pages')
const postgres = await startPostgres()
try {
  await statement(postgres.url, 'create database large')
  const DATABASE_URL = withDatabase(postgres.url, 'large')
  const database = await openDatabase({ url: DATABASE_URL })
  await migrate(database)
  await seedLarge(database, new Date())
  const cookie = await signIn(database)
  await database.close()
  const times = new Map([LEAST_PAGE, ...Object.values(PAGES)].map((page): [string, number[]] => [page, []]))
  const { url, stop } = await startFirebreak(55526, { DATA_DIR: dataDirectory, DATABASE_URL })
  try {
    // Compiled code, and plans for any value, are warm in production too. In turns, so that a busy moment meets all.
    for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++)
      for (const [page, known] of times) known.push(await timed(url + page, cookie))
  } finally {
    await stop()
  }
  const of = (page: string) => quantiles((times.get(page) ?? []).slice(WARM_ROUNDS))
  const plain = of(LEAST_PAGE)
  const results = Object.entries(PAGES).map(([name, page]) => {
    const ms = of(page)
    return [name, { ...ms, ratio: Number((ms.p95 / plain.p95).toFixed(2)) }]
  })
  const size = { items: ITEMS, incidents: INCIDENTS, programs: PROGRAMS }
  const told = { bench: 'large-pages', ...size, rounds: ROUNDS, load: loadavg()[0], plain }
  console.log(JSON.stringify({ ...told, results: Object.fromEntries(results) }, null, 1))
} finally {
  await postgres.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
}

async function signIn(database: Database): Promise<string> {
  const [token, now] = [newSecret(), new Date()]
  const expiresAt = new Date(now.getTime() + 3_600_000)
  await database.asOwner((db) =>
    db.session.create({
      data: {
        ...{ id: newId(now), tokenHash: hashSecret(token), personId: MANAGER, method: 'password' },
        ...{ createdAt: now, lastSeenAt: now, expiresAt },
      },
    }),
  )
  return `firebreak.session=${token}`
}

function quantiles(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}
