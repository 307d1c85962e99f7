import type { z } from 'zod'
import { type Context, read } from '#lib/context.ts'
import type { SearchInput } from './schema.ts'
import { answer, ask, isEmpty, questionOf, type Searched, search } from './search.ts'
import { type SearchServer, searchServer } from './server.ts'

export type FoundFor = Searched & { fallback: boolean }

/**
 * A search as a page or a program asks for it. With a search server, it is asked between two transactions and never
 * within one; what it answers is ids, which count for nothing before the second transaction read them as this actor.
 * When it fails or takes too long, the built-in engine answers, and says so.
 */
export async function find(
  context: Context,
  input: z.input<typeof SearchInput>,
  server: SearchServer | null = searchServer(),
): Promise<FoundFor> {
  if (!server) return { ...(await read(context, (work) => search(work, input))), fallback: false }
  const question = await read(context, (work) => questionOf(work, input))
  if (isEmpty(question)) return { ...(await read(context, (work) => search(work, input))), fallback: false }
  const guesses = await server.attempt((engine) => ask(engine, question, 'server'))
  if (!guesses) return { ...(await read(context, (work) => search(work, input))), fallback: true }
  return { ...(await read(context, (work) => answer(work, question, guesses))), fallback: false }
}
