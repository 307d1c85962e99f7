import { Worker } from 'node:worker_threads'
import { WORKER_MEMORY_MB, WORKER_STACK_MB } from '#lib/markdown/limits.ts'
import type { RenderInput } from '#lib/markdown/render.ts'
import type { Answer, Message } from '#lib/markdown/worker.ts'

export interface Pool {
  readonly run: (input: RenderInput) => Promise<PoolAnswer>
  readonly close: () => Promise<void>
}

/** `busy`: not tried, because too many texts wait or the pool is closing. */
export type PoolAnswer = Answer | { busy: true }

interface Job {
  readonly input: RenderInput
  readonly settle: (answer: PoolAnswer) => void
}

/**
 * One long-lived worker thread (starting one costs about 150 ms), one text at a time, a bounded queue. A worker that
 * misses the deadline or dies is replaced and its text answered with `deadline`. One thread is enough because results
 * are cached by content, and it keeps a hostile text from taking more than one core.
 */
export function createPool({
  file,
  deadlineMs,
  queueMax,
}: {
  file: string
  deadlineMs: number
  queueMax: number
}): Pool {
  const queue: Job[] = []
  let worker: Worker | undefined
  let ready = false
  let current: Job | undefined
  let timer: NodeJS.Timeout | undefined

  return { run, close }

  function run(input: RenderInput): Promise<PoolAnswer> {
    if (queue.length >= queueMax) return Promise.resolve({ busy: true })
    return new Promise((settle) => {
      queue.push({ input, settle })
      advance()
    })
  }

  async function close() {
    for (const job of queue.splice(0)) job.settle({ busy: true })
    await retire({ busy: true })
  }

  function advance() {
    if (current || queue.length === 0) return
    worker ??= start()
    // A waiting text keeps the process alive, an idle worker does not: command-line tools end when they are done.
    worker.ref()
    if (!ready) return
    current = queue.shift()
    if (!current) return
    worker.postMessage(current.input)
    // The answer may already wait behind whatever kept the main thread busy; the event loop delivers it before this.
    timer = setTimeout(() => setImmediate(expire, current), deadlineMs)
  }

  function start(): Worker {
    const started = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB, stackSizeMb: WORKER_STACK_MB },
    })
    started.on('message', (message: Message) => (message === 'ready' ? begin(started) : finish(started, message)))
    started.on('error', (error) => fail(started, error))
    return started
  }

  function begin(from: Worker) {
    if (from !== worker) return
    ready = true
    advance()
  }

  function finish(from: Worker, answer: Answer) {
    if (from !== worker) return
    settle(answer)
    if (queue.length === 0) worker.unref()
    advance()
  }

  function expire(job: Job | undefined) {
    if (job && job === current) void retire().then(advance)
  }

  function fail(from: Worker, error: Error) {
    if (from !== worker) return
    const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    // A worker that cannot start would otherwise fail again for every waiting text, forever.
    if (!ready) current = queue.shift()
    const answer: Answer = outOfMemory ? { refused: 'deadline' } : { bug: String(error.stack ?? error) }
    void retire(answer).then(advance)
  }

  /** Forgets the worker before ending it, so that its last words reach nobody. */
  async function retire(answer: PoolAnswer = { refused: 'deadline' }) {
    const old = worker
    worker = undefined
    ready = false
    settle(answer)
    await old?.terminate()
  }

  function settle(answer: PoolAnswer) {
    clearTimeout(timer)
    current?.settle(answer)
    current = undefined
  }
}
