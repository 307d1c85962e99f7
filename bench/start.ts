import { rmSync } from 'node:fs'
import { buildBare, median, type Running, startBare, startFirebreak, temporaryFolder } from './servers.ts'

// How long from the command to the first answer, when everything is built and the database exists, against a bare Next
// server? Expected: under 5 seconds.
const ROUNDS = 5
const dataDirectory = temporaryFolder('start')
const bare = await buildBare()
try {
  const first = await startFirebreak(55520, { DATA_DIR: dataDirectory })
  await first.stop()
  // In turns, so that a busy moment of the machine meets both.
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timed(startFirebreak(55520, { DATA_DIR: dataDirectory })))
    theirs.push(await timed(startBare(bare.server, 55521)))
  }
  const firebreakMs = Math.round(median(ours))
  const bareNextMs = Math.round(median(theirs))
  const ratio = Number((firebreakMs / bareNextMs).toFixed(2))
  console.log(JSON.stringify({ bench: 'start', rounds: ROUNDS, firebreakMs, bareNextMs, ratio }))
} finally {
  bare.remove()
  rmSync(dataDirectory, { recursive: true, force: true })
}

async function timed(starting: Promise<Running>): Promise<number> {
  const { readyMs, stop } = await starting
  await stop()
  return readyMs
}
