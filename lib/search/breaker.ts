/** Keeps people from waiting for what did not answer a moment ago: once it failed, it is left alone, each time longer. */
export type Breaker = {
  /** Null when it failed, took longer than that, or is being left alone. */
  attempt: <T>(run: () => Promise<T>, timeoutMs: number) => Promise<T | null>
  isOpen: () => boolean
}

const FIRST_MS = 2_000
const LONGEST_MS = 60_000

type Options = { clock?: () => number; report?: (sentence: string, error: unknown) => void }

export function breaker({ clock = () => performance.now(), report = console.warn }: Options = {}): Breaker {
  let failures = 0
  let closedAt = 0
  const isOpen = () => clock() < closedAt
  return {
    isOpen,
    attempt: async (run, timeoutMs) => {
      if (isOpen()) return null
      // Whoever comes while one tries again does not wait for the outcome.
      if (failures > 0) closedAt = clock() + timeoutMs
      try {
        const value = await within(run(), timeoutMs)
        failures = 0
        closedAt = 0
        return value
      } catch (error) {
        failures += 1
        closedAt = clock() + Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
        if (failures === 1) report('The search server failed. The built-in search answers meanwhile.', error)
        return null
      }
    },
  }
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${timeoutMs} ms.`)), timeoutMs)
  })
  // Late or not, its own failure is nobody's surprise.
  work.catch(() => undefined)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
