/** A title that was typed and is not on the server yet, with the one it began with. */
export type KeptTitle = { base: string; text: string }

/** One line fits the browser's small store, which keeps it at once and needs no waiting. It outlives a sign-out, so it names its person. */
const nameOf = (number: number, personId: string) => `firebreak.title.${number}.${personId}`

export function titleOnDevice(number: number, personId: string) {
  const name = nameOf(number, personId)
  return {
    keep: (kept: KeptTitle) => quietly(() => localStorage.setItem(name, JSON.stringify(kept))),
    forget: () => quietly(() => localStorage.removeItem(name)),
    kept: (): KeptTitle | null => quietly(() => readKept(localStorage.getItem(name))) ?? null,
  }
}

/** Storage may be full or forbidden; a title is then no safer than the rest of a form. */
function quietly<T>(deed: () => T): T | undefined {
  try {
    return deed()
  } catch {
    return undefined
  }
}

function readKept(stored: string | null): KeptTitle | null {
  const kept: unknown = stored === null ? null : JSON.parse(stored)
  if (kept === null || typeof kept !== 'object' || !('base' in kept) || !('text' in kept)) return null
  const { base, text } = kept
  return typeof base === 'string' && typeof text === 'string' ? { base, text } : null
}
