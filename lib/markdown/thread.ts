import { Worker } from 'node:worker_threads'
import { WORKER_MEMORY_MB, WORKER_STACK_MB } from '#lib/markdown/limits.ts'
import type { RenderInput } from '#lib/markdown/render.ts'
import type { Answer, Message } from '#lib/markdown/worker.ts'

/** `busy`: not tried, because too many texts wait or the pool is closing. */
export type PoolAnswer = Answer | { busy: true }

/** One worker thread that answers one text at a time, until it misses a deadline or dies. Then `ended` is true for good. */
export function startThread(file: string) {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB, stackSizeMb: WORKER_STACK_MB },
  })
  let begin: (() => void) | undefined
  const ready = new Promise<void>((resolve) => {
    begin = resolve
  })
  let settle: ((answer: PoolAnswer) => void) | undefined
  let timer: NodeJS.Timeout | undefined
  const thread = { ended: false, answer, rest: () => worker.unref(), end }

  worker.on('message', (message: Message) => (message === 'ready' ? begin?.() : give(message)))
  worker.on('error', (error) => void end(isOutOfMemory(error) ? { refused: 'deadline' } : { bug: inWords(error) }))
  return thread

  function answer(input: RenderInput, deadlineMs: number): Promise<PoolAnswer> {
    // A waiting text keeps the process alive, an idle thread does not: command-line tools end when they are done.
    worker.ref()
    return new Promise((resolve) => {
      settle = resolve
      const expire = () => settle === resolve && void end({ refused: 'deadline' })
      // Starting does not count: on a busy machine it can take longer than the text is allowed to.
      void ready.then(() => {
        if (thread.ended) return
        worker.postMessage(input)
        // The answer may already wait behind whatever kept the main thread busy; the event loop delivers it before this.
        timer = setTimeout(() => setImmediate(expire), deadlineMs)
      })
    })
  }

  async function end(last: PoolAnswer) {
    thread.ended = true
    give(last)
    await worker.terminate()
  }

  function give(answer: PoolAnswer) {
    clearTimeout(timer)
    settle?.(answer)
    settle = undefined
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const inWords = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
