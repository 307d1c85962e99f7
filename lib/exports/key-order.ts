/** PostgreSQL keeps the keys of stored JSON in an order of its own; ours is by name, all the way down. */
export const inKeyOrder = <T>(value: T): T => sorted(value) as T

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
