import type { RenderInput } from '#lib/markdown/render.ts'
import { type PoolAnswer, startThread } from '#lib/markdown/thread.ts'

export interface Pool {
  readonly run: (input: RenderInput) => Promise<PoolAnswer>
  readonly close: () => Promise<void>
}

/**
 * One long-lived worker thread, one text at a time, a bounded queue. A thread that misses the deadline or dies is
 * replaced for the next text. One is enough because results are cached by content, and it keeps a hostile text from
 * taking more than one core.
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
  const queue: { input: RenderInput; settle: (answer: PoolAnswer) => void }[] = []
  let thread: ReturnType<typeof startThread> | undefined
  let draining = false

  return { run, close }

  function run(input: RenderInput): Promise<PoolAnswer> {
    if (queue.length >= queueMax) return Promise.resolve({ busy: true })
    return new Promise((settle) => {
      queue.push({ input, settle })
      if (!draining) void drain()
    })
  }

  async function drain() {
    draining = true
    for (let job = queue.shift(); job; job = queue.shift()) {
      if (!thread || thread.ended) thread = startThread(file)
      job.settle(await thread.answer(job.input, deadlineMs))
    }
    draining = false
    thread?.rest()
  }

  async function close() {
    for (const job of queue.splice(0)) job.settle({ busy: true })
    await thread?.end({ busy: true })
  }
}
