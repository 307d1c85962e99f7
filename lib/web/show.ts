import { notFound } from 'next/navigation'
import type { Context, Work } from '#lib/context.ts'
import { read } from '#lib/context.ts'
import { PublicNumber } from '#lib/ids.ts'
import { Refusal } from '#lib/problem.ts'

/** What a page shows, read in one transaction. What is missing and what may not be seen are the same page. */
export async function show<T>(context: Context, query: (work: Work) => Promise<T>): Promise<T> {
  try {
    return await read(context, query)
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
