import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { DurableNodeFS, durableStartParams } from './durable-fs.ts'
import { createFraming, failed, simpleQuery } from './frames.ts'

/** What the thread is started with. `busySince` is 0 or the monotonic nanosecond at which the running statement began. */
export type WorkerStart = { directory: string | undefined; busySince: BigInt64Array }

/** A stream is one client's connection. There is one session, so opening a stream resets it. */
export type ToWorker = { open: number } | { stream: number; data: Uint8Array } | { close: true }
export type FromWorker = { ready: true } | { opened: number } | { stream: number; data: Uint8Array } | { closed: true }

const { directory, busySince }: WorkerStart = workerData
if (!parentPort) throw new Error('The embedded database runs as a worker thread.')
const port = parentPort

const server = await PGlite.create({
  ...(directory ? { fs: new DurableNodeFS(directory), startParams: durableStartParams } : {}),
  extensions: { pg_trgm, unaccent },
})
let stream = 0
let framing = createFraming()

port.on('message', async (message: ToWorker) => {
  if ('open' in message) open(message.open)
  else if ('data' in message) receive(message)
  else {
    await server.close()
    send({ closed: true })
  }
})
send({ ready: true })

function open(next: number) {
  stream = next
  framing = createFraming()
  // Two messages, because DISCARD ALL refuses to share one with anything else.
  for (const sql of ['rollback', 'discard all']) {
    if (failed(run(simpleQuery(sql)))) throw new Error(`The embedded session could not be reset: ${sql}`)
  }
  send({ opened: next })
}

function receive({ stream: from, data }: { stream: number; data: Uint8Array }) {
  if (from !== stream) return
  for (const batch of framing.push(data)) {
    const answer = run(batch)
    if (answer.length) send({ stream, data: answer }, [answer.buffer])
  }
}

/** An exception here is the server's own end (a PANIC, or memory running out): it ends the thread, and the host starts anew. */
function run(batch: Uint8Array): Uint8Array<ArrayBuffer> {
  Atomics.store(busySince, 0, process.hrtime.bigint())
  try {
    // Copied, because the answer to a start-up packet is a view of the server's own buffer.
    return new Uint8Array(server.execProtocolRawSync(batch))
  } finally {
    Atomics.store(busySince, 0, 0n)
  }
}

function send(message: FromWorker, transfer: ArrayBuffer[] = []) {
  port.postMessage(message, transfer)
}
