import { z } from 'zod'

/** Lists are pages: at most 100 rows, so that no answer grows with the company. */
export const PAGE_MAX = 100

export type Page<T> = { items: T[]; nextCursor: string | null }

export const PageInput = z.strictObject({
  cursor: z.string().max(400, 'This cursor is not valid.').optional(),
  limit: z.coerce
    .number('The limit must be a number.')
    .int()
    .min(1, 'The limit is at least 1.')
    .max(PAGE_MAX, `The limit is at most ${PAGE_MAX}.`)
    .default(50),
})

/** Ask for one row more than fits; `keyOf` names where the next page begins. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}

const encodeCursor = (key: readonly (string | number)[]) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** A cursor somebody made up reads as "from the start". */
export function decodeCursor<T extends readonly z.ZodType[]>(
  cursor: string | undefined,
  ...shape: T
): { [K in keyof T]: z.output<T[K]> } | null {
  if (!cursor) return null
  try {
    const parsed = z
      .tuple(shape as unknown as [z.ZodType, ...z.ZodType[]])
      .safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return parsed.success ? (parsed.data as unknown as { [K in keyof T]: z.output<T[K]> }) : null
  } catch {
    return null
  }
}
