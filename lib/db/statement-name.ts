/**
 * Under row-level security planning a statement takes longer than running it, so PostgreSQL keeps its plan under a name.
 * Prisma writes the same text for the same question. Lists of many lengths make many texts; from then on they go unnamed,
 * because every connection keeps every plan.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size === NAMES_MAX) return ''
  const name = `q${names.size}`
  names.set(sql, name)
  return name
}

/** Several times what the product asks today, and a few megabytes in each connection. */
const NAMES_MAX = 1_000
const names = new Map<string, string>()
