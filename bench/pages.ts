import { rmSync } from 'node:fs'
import http from 'node:http'
import { startPostgres, statement, withDatabase } from '#lib/testing/postgres.ts'
import { buildBare, startBare, startFirebreak, temporaryFolder } from './servers.ts'
import { settled, visit } from './visitor.ts'

// How many people can read postmortems at once? The read page on PostgreSQL against the least dynamic page Next can
// serve, eight connections on this very machine, in turns.
const CONNECTIONS = 8
const ROUNDS = 3
const SECONDS = 5
const WARM_SECONDS = 12
const REQUESTS_MAX = 8_000

const dataDirectory = temporaryFolder('pages')
const postgres = await startPostgres()
const bare = await buildBare()
try {
  await statement(postgres.url, 'create database pages')
  const DATABASE_URL = withDatabase(postgres.url, 'pages')
  const settings = { DATA_DIR: dataDirectory, DATABASE_URL, FIREBREAK_SAMPLE: '1' }
  const product = await startFirebreak(55524, settings)
  const next = await startBare(bare.server, 55525)
  const { cookie, readPage } = await visit(product.url)
  await settled(product.url, cookie)
  // Compiled code and the cache of rendered text are warm in production too.
  await load(product.url + readPage, cookie, WARM_SECONDS)
  await load(next.url, '', WARM_SECONDS)
  const ours: Load[] = []
  const theirs: Load[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await load(product.url + readPage, cookie, SECONDS))
    theirs.push(await load(next.url, '', SECONDS))
  }
  await product.stop()
  await next.stop()
  const [firebreak, bareNext] = [together(ours), together(theirs)]
  const ratio = Number((firebreak.perSecond / bareNext.perSecond).toFixed(3))
  console.log(JSON.stringify({ bench: 'pages', page: readPage, connections: CONNECTIONS, firebreak, bareNext, ratio }))
} finally {
  bare.remove()
  await postgres.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
}

type Load = { seconds: number; times: number[]; failed: number }

/**
 * Bounded in time and in number. Each connection asks again as soon as it was answered. It asks for a document as a browser
 * does and throws away what comes, unpacking nothing: readers have machines of their own for that.
 */
async function load(url: string, cookie: string, seconds: number): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip, deflate, br' }
  const times: number[] = []
  let failed = 0
  const started = performance.now()
  const end = started + seconds * 1_000
  const connection = async () => {
    while (performance.now() < end && times.length < REQUESTS_MAX) {
      const asked = performance.now()
      if ((await statusOf(url, { agent, headers })) !== 200) failed++
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  agent.destroy()
  return { seconds: (performance.now() - started) / 1_000, times, failed }
}

function statusOf(url: string, options: http.RequestOptions): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = http.get(url, options, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
      answer.once('error', reject)
    })
    asked.once('error', reject)
  })
}

function together(loads: Load[]) {
  const times = loads.flatMap((each) => each.times).sort((a, b) => a - b)
  const seconds = loads.reduce((total, each) => total + each.seconds, 0)
  return {
    perSecond: Number((times.length / seconds).toFixed(1)),
    p50Ms: Math.round(times[Math.floor(times.length * 0.5)] ?? 0),
    p95Ms: Math.round(times[Math.floor(times.length * 0.95)] ?? 0),
    failed: loads.reduce((total, each) => total + each.failed, 0),
  }
}
