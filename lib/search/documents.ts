import type { Db } from '#lib/context.ts'
import type { DocumentRef, SearchDocument } from './engine.ts'
import { type GuideSource, guideSources } from './guide-sources.ts'
import { type Kind, urlOf } from './model.ts'
import { type Source, sourcesOf } from './sources.ts'

/** Long timelines are 500 entries; this is room for 400 characters in each. */
const TIMELINE_MAX = 200_000

/** What the index should hold of these records now. A record without a document is to be removed from it. */
export async function documentsOf(db: Db, refs: readonly DocumentRef[]): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = []
  for (const kind of ['postmortem', 'incident', 'action_item', 'program'] as const) {
    const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id)
    if (ids.length > 0) documents.push(...(await sourcesOf[kind](db, ids)).map((source) => documentOf(kind, source)))
  }
  return documents
}

export async function guideDocuments(): Promise<SearchDocument[]> {
  return (await guideSources()).map(guideDocument)
}

function documentOf(kind: Exclude<Kind, 'guide'>, source: Source): SearchDocument {
  const { id, number, externalId, title, about, body, timeline, visibility } = source
  return {
    ...{ kind, id, number, externalId, title, body },
    summary: [about, externalId].filter(Boolean).join(' '),
    timeline: timeline.slice(0, TIMELINE_MAX),
    url: urlOf[kind](number),
    open: visibility !== 'restricted',
  }
}

function guideDocument({ id, slug, title, about, body }: GuideSource): SearchDocument {
  const nothing = { number: null, externalId: null, timeline: '' }
  return { kind: 'guide', id, ...nothing, title, summary: about, body, url: urlOf.guide(slug), open: true }
}
