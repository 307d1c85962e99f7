/** A cache bounded by weight that forgets what was used longest ago. A `Map` keeps insertion order, which is enough. */
export function createCache<Value>({ max, now }: { max: number; now: () => number }) {
  const entries = new Map<string, { value: Value; weight: number; until: number }>()
  let total = 0

  return { get, set }

  function get(key: string): Value | undefined {
    const entry = entries.get(key)
    if (!entry) return
    remove(key)
    if (entry.until <= now()) return
    add(key, entry)
    return entry.value
  }

  function set(
    key: string,
    value: Value,
    { weight, lifeMs = Number.POSITIVE_INFINITY }: { weight: number; lifeMs?: number },
  ) {
    remove(key)
    add(key, { value, weight, until: now() + lifeMs })
    for (const oldest of entries.keys()) {
      if (total <= max) break
      remove(oldest)
    }
  }

  function add(key: string, entry: { value: Value; weight: number; until: number }) {
    entries.set(key, entry)
    total += entry.weight
  }

  function remove(key: string) {
    total -= entries.get(key)?.weight ?? 0
    entries.delete(key)
  }
}
