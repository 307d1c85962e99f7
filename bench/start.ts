import { rmSync } from 'node:fs'
import { buildBare, median, type Running, startBare, startFirebreak, temporaryFolder } from './servers.ts'
import { timed } from './visitor.ts'

// How long from the command to ready, when everything is built and the database exists, and how long does the first page
// take after that, against a bare Next server? Expected: ready in under 5 seconds.
const ROUNDS = 5
const dataDirectory = temporaryFolder('start')
const bare = await buildBare()
try {
  const first = await startFirebreak(55520, { DATA_DIR: dataDirectory })
  await first.stop()
  // In turns, so that a busy moment of the machine meets both.
  const ours: Start[] = []
  const theirs: Start[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timesOf(startFirebreak(55520, { DATA_DIR: dataDirectory }), '/start'))
    theirs.push(await timesOf(startBare(bare.server, 55521), '/'))
  }
  const [firebreak, bareNext] = [medians(ours), medians(theirs)]
  const ratio = Number((firebreak.readyMs / bareNext.readyMs).toFixed(2))
  console.log(JSON.stringify({ bench: 'start', rounds: ROUNDS, firebreak, bareNext, ratio }))
} finally {
  bare.remove()
  rmSync(dataDirectory, { recursive: true, force: true })
}

type Start = { readyMs: number; firstPageMs: number }

async function timesOf(starting: Promise<Running>, page: string): Promise<Start> {
  const { url, readyMs, stop } = await starting
  const firstPageMs = await timed(`${url}${page}`)
  await stop()
  return { readyMs, firstPageMs }
}

function medians(starts: Start[]): Start {
  const of = (name: keyof Start) => Math.round(median(starts.map((start) => start[name])))
  return { readyMs: of('readyMs'), firstPageMs: of('firstPageMs') }
}
