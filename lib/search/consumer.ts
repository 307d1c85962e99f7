import type { DocumentRef } from './engine.ts'
import { type IndexerOptions, index } from './indexer.ts'
import { kinds } from './model.ts'
import { sources } from './sources.ts'

type Change = { subjectKind: string; subjectId: string }

/** The consumer of `changed`: records that can be found are indexed again; other subjects concern nobody here. */
export const indexChanges = (options: IndexerOptions) => (changes: readonly Change[]) =>
  index(options, changes.flatMap(refOf))

function refOf({ subjectKind, subjectId }: Change): DocumentRef[] {
  const kind = kinds.find((each) => each === subjectKind)
  return kind && sources[kind].all ? [{ kind, id: subjectId }] : []
}
