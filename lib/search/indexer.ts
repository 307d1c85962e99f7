import type { Db } from '#lib/context.ts'
import { documentsOf, guideDocuments } from './documents.ts'
import type { DocumentRef, SearchEngine } from './engine.ts'
import { postgresEngine } from './postgres.ts'

/** A transaction that no policy binds: the index holds every record, and what is found is read again as whoever asks. */
export type AsOwner = <T>(run: (db: Db) => Promise<T>, options?: { timeoutMs?: number }) => Promise<T>

export type IndexerOptions = { asOwner: AsOwner; engine?: SearchEngine }

/**
 * Brings the index to what the rows say now. The change that called for it is only a hint: doing this twice, late or in
 * another order ends the same. The engine is spoken to outside the reading transaction, because it may be on a network.
 */
export async function index(
  { asOwner, engine = postgresEngine(asOwner) }: IndexerOptions,
  changed: readonly DocumentRef[],
): Promise<void> {
  const { refs, documents } = await asOwner(async (db) => {
    const refs = await withDependents(db, changed)
    return { refs, documents: await documentsOf(db, refs) }
  })
  const present = new Set(documents.map(({ kind, id }) => `${kind} ${id}`))
  const gone = refs.filter(({ kind, id }) => !present.has(`${kind} ${id}`))
  if (documents.length > 0) await engine.put(documents)
  if (gone.length > 0) await engine.remove(gone)
}

/** Guides change with the release, so this runs when a server starts. */
export async function indexGuides({ asOwner, engine = postgresEngine(asOwner) }: IndexerOptions): Promise<void> {
  const documents = await guideDocuments()
  await engine.put(documents)
  const current = new Set(documents.map(({ id }) => id))
  const known = await asOwner((db) => db.searchDocument.findMany({ where: { kind: 'guide' }, select: { id: true } }))
  const gone = known.filter(({ id }) => !current.has(id)).map(({ id }) => ({ kind: 'guide' as const, id }))
  if (gone.length > 0) await engine.remove(gone)
}

/** A draft quotes its incident, and an action item is as hidden as its postmortem. */
async function withDependents(db: Db, changed: readonly DocumentRef[]): Promise<DocumentRef[]> {
  const idsOf = (kind: DocumentRef['kind']) => changed.filter((ref) => ref.kind === kind).map(({ id }) => id)
  const quoting = await db.postmortem.findMany({
    where: { incidentId: { in: idsOf('incident') } },
    select: { id: true },
  })
  const items = await db.actionItem.findMany({
    where: { postmortemId: { in: idsOf('postmortem') } },
    select: { id: true },
  })
  const all: DocumentRef[] = [
    ...changed,
    ...quoting.map(({ id }) => ({ kind: 'postmortem' as const, id })),
    ...items.map(({ id }) => ({ kind: 'action_item' as const, id })),
  ]
  return [...new Map(all.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()]
}
