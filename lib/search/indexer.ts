import type { Db } from '#lib/context.ts'
import { documentsOf, shippedDocuments } from './documents.ts'
import { type DocumentRef, refOf, type SearchEngine } from './engine.ts'
import { kinds } from './model.ts'
import { postgresEngine } from './postgres.ts'
import { sources } from './sources.ts'

/** A transaction that no policy binds: the index holds every record, and what is found is read again as whoever asks. */
export type AsOwner = <T>(run: (db: Db) => Promise<T>, options?: { timeoutMs?: number }) => Promise<T>

export type IndexerOptions = {
  asOwner: AsOwner
  engine?: SearchEngine
  /** Told what was put or removed, once it was. */
  onIndexed?: (refs: readonly DocumentRef[]) => Promise<void>
}

/**
 * Brings the index to what the rows say now. The change that called for it is only a hint: doing this twice, late or in
 * another order ends the same. The engine is spoken to outside the reading transaction, because it may be on a network.
 */
export async function index(
  { asOwner, engine = postgresEngine(asOwner), onIndexed }: IndexerOptions,
  changed: readonly DocumentRef[],
): Promise<void> {
  const { refs, documents } = await asOwner(async (db) => {
    const refs = await withDependents(db, changed)
    return { refs, documents: await documentsOf(db, refs) }
  })
  const present = new Set(documents.map(refOf))
  const gone = refs.filter((ref) => !present.has(refOf(ref)))
  if (documents.length > 0) await engine.put(documents)
  if (gone.length > 0) await engine.remove(gone)
  await onIndexed?.(refs)
}

/** Guides and the catalogue change with the release, so this runs when a server starts. */
export async function indexShipped(options: IndexerOptions): Promise<void> {
  const { asOwner, engine = postgresEngine(asOwner), onIndexed } = options
  const documents = await shippedDocuments()
  await engine.put(documents)
  const current = new Set(documents.map(({ id }) => id))
  const known = await asOwner((db) =>
    db.searchDocument.findMany({ where: { kind: { in: [...shipped] } }, select: { kind: true, id: true } }),
  )
  const gone = known.flatMap(({ kind, id }) => {
    const known = shipped.find((each) => each === kind)
    return known && !current.has(id) ? [{ kind: known, id }] : []
  })
  if (gone.length > 0) await engine.remove(gone)
  await onIndexed?.([...documents, ...gone])
}

const shipped = kinds.filter((kind) => sources[kind].all === null)

/** A draft quotes its incident; action items and comments are as hidden as their postmortem. */
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
  const threads = await db.thread.findMany({
    where: { postmortemId: { in: idsOf('postmortem') } },
    select: { id: true },
  })
  const all: DocumentRef[] = [
    ...changed,
    ...threads.map(({ id }) => ({ kind: 'comment' as const, id })),
    ...quoting.map(({ id }) => ({ kind: 'postmortem' as const, id })),
    ...items.map(({ id }) => ({ kind: 'action_item' as const, id })),
  ]
  return [...new Map(all.map((ref) => [refOf(ref), ref])).values()]
}
