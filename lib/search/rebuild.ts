import type { Db } from '#lib/context.ts'
import type { DocumentRef } from './engine.ts'
import { type IndexerOptions, index, indexShipped } from './indexer.ts'
import { kinds } from './model.ts'
import { sources } from './sources.ts'

export type Progress = { done: number; total: number }

/** So many that one statement takes well under a second on the embedded database, where everybody waits for it. */
const BATCH = 20

/** Indexes everything again while people search. Records that no longer exist leave the index. */
export async function rebuild(
  options: IndexerOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Progress> {
  const { asOwner } = options
  const refs = await asOwner(everything, { timeoutMs: 60_000 })
  const progress = { done: 0, total: refs.length }
  for (let start = 0; start < refs.length; start += BATCH) {
    await index(options, refs.slice(start, start + BATCH))
    progress.done = Math.min(start + BATCH, refs.length)
    onProgress({ ...progress })
  }
  await indexShipped(options)
  return progress
}

/** Written as things happened, the pages of the postings are half empty. Packed, more of them stays in memory. */
export const pack = (client: { query(text: string): Promise<unknown> }) =>
  client.query('reindex index concurrently "SearchTerm_pkey"')

/** Every record there is, and every one the index thinks there is. */
async function everything(db: Db): Promise<DocumentRef[]> {
  const refs: DocumentRef[] = []
  for (const kind of kinds) {
    const { all } = sources[kind]
    if (!all) continue
    const there = await all(db)
    const indexed = await db.searchDocument.findMany({ where: { kind }, select: { id: true } })
    const ids = new Set([...there, ...indexed].map(({ id }) => id))
    refs.push(...[...ids].map((id) => ({ kind, id })))
  }
  // Ids begin with the time they were made at: the index is filled in the order things happened.
  return refs.toSorted((a, b) => a.id.localeCompare(b.id, 'en'))
}
