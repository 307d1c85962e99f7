import type { Db } from '#lib/context.ts'
import type { DocumentRef } from './engine.ts'
import { type IndexerOptions, index, indexGuides } from './indexer.ts'

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
  await indexGuides(options)
  return progress
}

/** Every record there is, and every one the index thinks there is. */
async function everything(db: Db): Promise<DocumentRef[]> {
  return db.$queryRaw<DocumentRef[]>`
    select 'postmortem' as kind, "id" from "Postmortem"
    union select 'incident', "id" from "Incident"
    union select 'action_item', "id" from "ActionItem"
    union select 'program', "id" from "Program"
    union select "kind", "id" from "SearchDocument" where "kind" <> 'guide'
    order by 2`
}
