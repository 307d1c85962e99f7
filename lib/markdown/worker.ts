import { parentPort } from 'node:worker_threads'
import { type RenderInput, render } from '#lib/markdown/render.ts'
import type { Degraded, Rendered } from '#lib/markdown/rendered.ts'
import { Refusal } from '#lib/markdown/weigh.ts'

/** What the worker says: once that it is ready, then one answer per text. */
export type Answer = { rendered: Rendered } | { refused: Degraded } | { bug: string }
export type Message = 'ready' | Answer

parentPort?.on('message', (input: RenderInput) => parentPort?.postMessage(answer(input)))
parentPort?.postMessage('ready' satisfies Message)

function answer(input: RenderInput): Answer {
  try {
    return { rendered: render(input) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason }
    // The parser recurses once per level of nesting and gives up with this.
    if (error instanceof RangeError) return { refused: 'nesting' }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
