import type { z } from 'zod'

type Given = Record<string, string | string[] | undefined>

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
