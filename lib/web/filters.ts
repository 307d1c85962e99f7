import type { z } from 'zod'

type Given = Record<string, string | string[] | undefined>

/** What a page with filters is given. */
export type Asked = { searchParams: Promise<Given> }

/**
 * The filters of a list, from its address. An address somebody mistyped shows the list without the part that makes no
 * sense, rather than an error: a filter is a wish, not a change.
 */
export function filtersFrom<Schema extends z.ZodObject>(schema: Schema, given: Given): z.output<Schema> {
  const known = Object.entries(given).filter(
    ([key, value]) => key in schema.shape && value !== undefined && value !== '',
  )
  const sensible = known.flatMap(([key, value]) => {
    const field = schema.shape[key]
    const tried = [value, [value].flat()]
      .map((candidate) => field?.safeParse(candidate))
      .find((parsed) => parsed?.success)
    return tried?.success ? [[key, tried.data] as const] : []
  })
  return schema.parse(Object.fromEntries(sensible))
}

/** An address with these filters; what is empty is left out. */
export function hrefWith(path: string, filters: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filters))
    for (const each of [value].flat())
      if (each !== undefined && each !== null && each !== '') query.append(key, String(each))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** A list at its address: what it is narrowed to, and where the same list looked at otherwise is. */
export function listAt<Schema extends z.ZodObject>(path: string, schema: Schema, given: Given) {
  const filters = filtersFrom(schema, given)
  const { cursor, limit: _, ...chosen }: Record<string, unknown> = filters
  /** Any change begins at the first page again. */
  const href = (change: Record<string, unknown> = {}) => hrefWith(path, { ...chosen, ...change })
  return {
    path,
    filters,
    chosen,
    href,
    /** For those who do something with the same filters: an export, a saved view. */
    query: hrefWith('', chosen).slice(1),
    isNarrowed: href() !== path,
    pages: ({ nextCursor }: { nextCursor: string | null }) => ({
      nextHref: nextCursor && href({ cursor: nextCursor }),
      firstHref: cursor ? href() : null,
    }),
    tabs: <Value, Told>(
      name: keyof z.output<Schema> & string,
      values: readonly Value[],
      tell: (value: Value) => Told,
    ) => values.map((value) => ({ ...tell(value), href: href({ [name]: value }), current: chosen[name] === value })),
  }
}
