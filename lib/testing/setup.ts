import { afterEach, beforeEach, expect } from 'vitest'

/**
 * An unexpected complaint on the console fails the test that made it. A test that expects one puts its own spy in front
 * (`vi.spyOn(console, 'error').mockImplementation(…)`) and says what it expects.
 */
const KEY = Symbol.for('firebreak.console-complaints')
const worker: typeof globalThis & { [KEY]?: string[] } = globalThis
const complaints = worker[KEY] ?? listen()

beforeEach(() => {
  complaints.length = 0
})

afterEach(() => {
  expect(complaints.splice(0), 'unexpected console.error or console.warn').toEqual([])
})

/** Once for each worker, however many files it runs. */
function listen(): string[] {
  const heard: string[] = []
  worker[KEY] = heard
  for (const level of ['error', 'warn'] as const) {
    const original = console[level]
    console[level] = (...details: unknown[]) => {
      heard.push(details.map(String).join(' '))
      original(...details)
    }
  }
  return heard
}
