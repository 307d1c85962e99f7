import type { Db } from '#lib/context.ts'
import type { DocumentRef, SearchDocument } from './engine.ts'
import { exactVector, partsIn } from './exact.ts'
import { type Kind, kinds } from './model.ts'
import type { Source } from './source.ts'
import { shippedSources, sources } from './sources.ts'
import { mechanismWord } from './synonyms.ts'

/** Long timelines are 500 entries; this is room for 400 characters in each. */
const TIMELINE_MAX = 200_000

/** What the index should hold of these records now. A record without a document is to be removed from it. */
export async function documentsOf(db: Db, refs: readonly DocumentRef[]): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = []
  for (const kind of kinds) {
    const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id)
    if (ids.length > 0) documents.push(...(await sources[kind].read(db, ids)).map((source) => documentOf(kind, source)))
  }
  return documents
}

/** What came with the release. */
export async function shippedDocuments(): Promise<SearchDocument[]> {
  const all = Object.entries(shippedSources) as [keyof typeof shippedSources, () => Promise<Source[]>][]
  const documents = all.map(async ([kind, read]) => (await read()).map((source) => documentOf(kind, source)))
  return (await Promise.all(documents)).flat()
}

function documentOf(kind: Kind, source: Source): SearchDocument {
  const { id, number, externalId, title, about, url, open, tags } = source
  const summary = [about, externalId].filter(Boolean).join(' ')
  const timeline = source.timeline.slice(0, TIMELINE_MAX)
  const body = source.passages.map(({ text }) => text).join('\n')
  return {
    kind,
    id,
    number,
    externalId,
    title,
    summary,
    timeline,
    url,
    open,
    tags,
    body: [body, partsIn([title, summary, timeline, body].join('\n'))].filter(Boolean).join('\n'),
    exact: exactVector(
      [
        { text: title, weight: 'A' },
        { text: summary, weight: 'B' },
        { text: timeline, weight: 'C' },
        { text: body, weight: 'D' },
      ],
      source.mechanisms.map(mechanismWord),
    ),
    at: source.at?.toISOString() ?? null,
    recency: source.recency?.toISOString() ?? null,
  }
}
