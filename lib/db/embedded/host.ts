import type { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { distFile } from '../../dist.ts'
import { createWireStream } from './wire-stream.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker.ts'

/** Runs the embedded server in a thread, and starts it again when it dies. */
export type EmbeddedHost = {
  /** A connection for the `pg` client; the previous one stops being heard. */
  openStream(): Duplex
  /** Statements inside may take as long as they need: migrations, VACUUM, a restore. */
  withoutDeadline<T>(work: () => Promise<T>): Promise<T>
  /** How many messages were sent to the server, as a measure of activity. */
  sent(): number
  /** Ends the thread in the middle of whatever it does. The next connection starts a new one. */
  terminate(reason: string): Promise<void>
  close(): Promise<void>
}

export type HostOptions = {
  /** Undefined keeps everything in memory. */
  directory: string | undefined
  /** The first thread, where it was started already. */
  launched?: Launched
  /** The embedded server has no statement_timeout; a statement that runs longer costs the thread, which reopens in about a second. */
  deadlineMs?: number
  report?: (sentence: string) => void
}

const DEADLINE_MS = 10_000

export async function startHost(options: HostOptions): Promise<EmbeddedHost> {
  const { deadlineMs = DEADLINE_MS, report = console.error } = options
  const host = new Host(options, report)
  await host.running()
  const watchdog = setInterval(
    () => {
      if (host.busyMs() > deadlineMs) {
        void host.terminate(
          `A statement ran for more than ${deadlineMs / 1000} seconds, so the embedded database was restarted.`,
        )
      }
    },
    Math.min(500, deadlineMs / 4),
  )
  watchdog.unref()
  return {
    openStream: () => host.openStream(),
    withoutDeadline: (work) => host.withoutDeadline(work),
    sent: () => host.sent,
    terminate: (reason) => host.terminate(reason),
    close: () => {
      clearInterval(watchdog)
      return host.close()
    },
  }
}

/** A thread that opens a database, and the place where it says since when it has been busy. */
export type Launched = { worker: Worker; busySince: BigInt64Array; opened: Promise<void> }

export function launch(directory: string | undefined): Launched {
  const busySince = new BigInt64Array(new SharedArrayBuffer(8))
  const start: WorkerStart = { directory, busySince }
  const worker = new Worker(distFile('embedded-worker.mjs'), { workerData: start, name: 'embedded database' })
  const opened = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', (error) => reject(connectionLost(deathBy(error))))
    worker.once('exit', () => reject(connectionLost(STOPPED)))
  })
  opened.catch(() => undefined)
  return { worker, busySince, opened }
}

const STOPPED = 'The embedded database stopped.'
const deathBy = (error: Error) => `The embedded database stopped: ${error.message}`

class Host {
  sent = 0
  readonly #directory: string | undefined
  readonly #report: (sentence: string) => void
  #busySince: BigInt64Array = new BigInt64Array(1)
  #launched: Launched | undefined
  #thread: Promise<Worker> | undefined
  #stream: { id: number; duplex: Duplex; opened: () => void } | undefined
  #streams = 0
  #undisturbed = 0
  #closing = false

  constructor({ directory, launched }: HostOptions, report: (sentence: string) => void) {
    this.#directory = directory
    this.#launched = launched
    this.#report = report
  }

  running(): Promise<Worker> {
    if (this.#closing) return Promise.reject(connectionLost('The embedded database is closed.'))
    this.#thread ??= this.#start()
    return this.#thread
  }

  busyMs(): number {
    const since = Atomics.load(this.#busySince, 0)
    if (since === 0n || this.#undisturbed > 0) return 0
    return Number(process.hrtime.bigint() - since) / 1e6
  }

  async withoutDeadline<T>(work: () => Promise<T>): Promise<T> {
    this.#undisturbed++
    try {
      return await work()
    } finally {
      this.#undisturbed--
    }
  }

  openStream(): Duplex {
    const id = ++this.#streams
    let worker: Worker | undefined
    const { duplex, opened } = createWireStream({
      open: async () => {
        worker = await this.running()
        this.#post(worker, { open: id })
      },
      // To the thread it was opened on and no other: a new thread knows nothing of what this client did before.
      write: (data) => worker && this.#post(worker, { stream: id, data }, [data.buffer]),
    })
    this.#stream = { id, duplex, opened }
    return duplex
  }

  async terminate(reason: string): Promise<void> {
    const thread = this.#thread
    if (!thread) return
    this.#report(reason)
    await thread.then((worker) => worker.terminate()).catch(() => undefined)
  }

  async close(): Promise<void> {
    this.#closing = true
    const worker = await this.#thread?.catch(() => undefined)
    if (!worker) return
    const done = new Promise<void>((resolve) => {
      worker.on('message', (message: FromWorker) => 'closed' in message && resolve())
      worker.once('exit', () => resolve())
    })
    this.#post(worker, { close: true })
    await done
    await worker.terminate()
  }

  async #start(): Promise<Worker> {
    const { worker, busySince, opened } = this.#launched ?? launch(this.#directory)
    this.#launched = undefined
    this.#busySince = busySince
    let death = STOPPED
    let ready = false
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (error) => {
      death = deathBy(error)
      if (ready) this.#report(death)
    })
    worker.once('exit', () => {
      Atomics.store(busySince, 0, 0n)
      this.#thread = undefined
      this.#stream?.duplex.destroy(connectionLost(death))
    })
    await opened
    ready = true
    return worker
  }

  #receive(message: FromWorker) {
    if ('opened' in message && message.opened === this.#stream?.id) this.#stream.opened()
    if ('data' in message && message.stream === this.#stream?.id)
      this.#stream.duplex.push(Buffer.from(message.data.buffer))
  }

  #post(worker: Worker, message: ToWorker, transfer: ArrayBuffer[] = []) {
    this.sent++
    worker.postMessage(message, transfer)
  }
}

/** Looks like a broken socket, so that everything above treats it as it would treat a PostgreSQL server that went away. */
function connectionLost(message: string): Error {
  return Object.assign(new Error(message), { code: 'ECONNRESET', errno: -104, syscall: 'read' })
}
