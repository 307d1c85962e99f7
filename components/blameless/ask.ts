import type { LintedItem } from '#lib/blameless/item.ts'
import type { Finding, LintInput } from '#lib/blameless/lint.ts'
import type { Answer } from './worker.ts'

/** Ten times what 100 KB take on a slow phone. A worker that takes longer is ended, and hints are left out. */
const BUDGET_MS = 5_000

type Waiting = {
  resolve: (findings: Finding[]) => void
  reject: (reason: Error) => void
  timer: ReturnType<typeof setTimeout>
}
let worker: Worker | undefined
let ordinal = 0
const waiting = new Map<number, Waiting>()

export const findingsIn = (text: LintInput): Promise<Finding[]> => ask({ text })
export const findingsOf = (item: LintedItem): Promise<Finding[]> => ask({ item })

function ask(question: { text: LintInput } | { item: LintedItem }): Promise<Finding[]> {
  return new Promise((resolve, reject) => {
    const id = ordinal++
    const timer = setTimeout(() => giveUp(new Error('Hints took too long.')), BUDGET_MS)
    waiting.set(id, { resolve, reject, timer })
    worker ??= start()
    worker.postMessage({ id, ...question })
  })
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url))
  started.onmessage = ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    clearTimeout(one?.timer)
    one?.resolve(data.findings)
  }
  started.onerror = () => giveUp(new Error('Hints are not to be had here.'))
  return started
}

function giveUp(reason: Error): void {
  worker?.terminate()
  worker = undefined
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(reason)
  }
  waiting.clear()
}
