import { notFound } from 'next/navigation'
import { anonymous, settingsOf } from '#lib/actor.ts'
import type { Context, Work } from '#lib/context.ts'
import { read } from '#lib/context.ts'
import { PublicNumber } from '#lib/ids.ts'
import { Refusal } from '#lib/problem.ts'
import { database } from '#lib/server.ts'
import { startOfQuarterHour } from '#lib/time.ts'

/** What a page shows, read in one transaction. What is missing and what may not be seen are the same page. */
export const show = <T>(context: Context, query: (work: Work) => Promise<T>): Promise<T> =>
  orNotFound(() => read(context, query))

/**
 * The same for what is alike for everybody who may see the same rows. It is read again each time under the reader's
 * policies, and made again only when what was read is different (lib/db/kept-answers.ts). So that it cannot depend on who
 * reads, the query is told of nobody; what they may do is decided afterwards. No two queries have the same key.
 */
export const showKept = <T>(
  { actor, now }: Context,
  key: readonly (string | number | boolean)[],
  query: (work: Work) => Promise<T>,
  how: { plannedOnce?: boolean } = {},
): Promise<T> => {
  // Far enough apart to be of use, and exact: what is shown of now is a date somewhere, which begins at such a moment.
  const about = { actor: anonymous, now: startOfQuarterHour(now), requestId: '' }
  return orNotFound(() =>
    database().kept(settingsOf(actor), { name: JSON.stringify([...key, about.now]), ...how }, (db) =>
      query({ ...about, db }),
    ),
  )
}

async function orNotFound<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Refusal && (error.problem.kind === 'not_found' || error.problem.kind === 'forbidden'))
      notFound()
    throw error
  }
}

/** The number in an address like /postmortems/42. */
export async function numberIn(params: Promise<{ number: string }>): Promise<number> {
  const parsed = PublicNumber.safeParse((await params).number)
  return parsed.success ? parsed.data : notFound()
}
