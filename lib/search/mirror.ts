import type { Db } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { type DocumentRef, refOf } from './engine.ts'
import type { AsOwner } from './indexer.ts'
import { keyOf, type MeilisearchIndex, type Mirrored } from './meilisearch.ts'
import { kinds } from './model.ts'
import type { SearchServer } from './server.ts'

/**
 * A search server holds what the built-in index holds, and learns of it from there: first the built-in one is right,
 * then what changed waits in the outbox until the server has it. Whatever it missed is found by comparing.
 */
export const MIRROR = 'mirror'

/** Puts on the list for the server what the built-in index was just told. */
export async function passOn(asOwner: AsOwner, refs: readonly DocumentRef[], now: Date): Promise<void> {
  const data = refs.map(({ kind, id }) => ({
    id: newId(now),
    topic: MIRROR,
    subjectKind: kind,
    subjectId: id,
    createdAt: now,
    availableAt: now,
  }))
  if (data.length > 0) await asOwner((db) => db.outbox.createMany({ data }))
}

type Change = { subjectKind: string; subjectId: string }

/** The consumer of `mirror`. While the server is being left alone, the list waits. */
export const mirrorChanges =
  (asOwner: AsOwner, { index, breaker }: SearchServer) =>
  async (changes: readonly Change[]) => {
    if (breaker.isOpen()) throw new Error('The search server is being left alone for a moment.')
    const refs = changes.flatMap(({ subjectKind, subjectId }) => {
      const kind = kinds.find((each) => each === subjectKind)
      return kind ? [{ kind, id: subjectId }] : []
    })
    await mirror(asOwner, index, refs)
  }

async function mirror(asOwner: AsOwner, index: MeilisearchIndex, refs: readonly DocumentRef[]): Promise<void> {
  const there = await asOwner((db) => mirrored(db, refs))
  const present = new Set(there.map(refOf))
  await index.put(there)
  await index.remove(refs.filter((ref) => !present.has(refOf(ref))))
}

/** So many that the server takes them in one go and the database is not held for long. */
const BATCH = 200

/** Compares what the server holds with what it should, and mends the difference. Without an index it is built. */
export async function reconcile(asOwner: AsOwner, { index }: SearchServer): Promise<{ put: number; removed: number }> {
  const wanted = await asOwner(versions, { timeoutMs: 60_000 })
  await index.prepare()
  const held = await index.versions()
  const stale = [...wanted].filter(([key, { version }]) => held.get(key) !== version).map(([, { ref }]) => ref)
  const extra = [...held.keys()].filter((key) => !wanted.has(key)).flatMap(refFromKey)
  for (let at = 0; at < stale.length; at += BATCH) await mirror(asOwner, index, stale.slice(at, at + BATCH))
  await index.remove(extra)
  return { put: stale.length, removed: extra.length }
}

/** Fills an index beside the one that is searched and lets them change places, so that nobody searches half of it. */
export async function rebuildServer(asOwner: AsOwner, next: MeilisearchIndex, name = 'firebreak'): Promise<number> {
  await next.drop()
  await next.prepare()
  const wanted = await asOwner(versions, { timeoutMs: 60_000 })
  const refs = [...wanted.values()].map(({ ref }) => ref)
  for (let at = 0; at < refs.length; at += BATCH) await mirror(asOwner, next, refs.slice(at, at + BATCH))
  await next.swapWith(name)
  return refs.length
}

async function versions(db: Db): Promise<Map<string, { version: number; ref: DocumentRef }>> {
  const rows = await db.searchDocument.findMany({ select: { kind: true, id: true, indexedAt: true } })
  return new Map(
    rows.flatMap(({ kind: found, id, indexedAt }) => {
      const kind = kinds.find((each) => each === found)
      return kind ? [[keyOf({ kind, id }), { version: indexedAt.getTime(), ref: { kind, id } }] as const] : []
    }),
  )
}

async function mirrored(db: Db, refs: readonly DocumentRef[]): Promise<Mirrored[]> {
  const where = {
    OR: kinds.map((kind) => ({ kind, id: { in: refs.filter((ref) => ref.kind === kind).map(({ id }) => id) } })),
  }
  const rows = await db.searchDocument.findMany({ where, include: { facet: true } })
  return rows.flatMap(({ kind: found, id, title, summary, timeline, body, indexedAt, facet }) => {
    const kind = kinds.find((each) => each === found)
    if (!kind || !facet) return []
    const times = {
      at: facet.at?.getTime() ?? null,
      recency: facet.recency?.getTime() ?? 0,
      version: indexedAt.getTime(),
    }
    return [{ key: keyOf({ kind, id }), kind, id, title, summary, timeline, body, tags: facet.tags, ...times }]
  })
}

export function refFromKey(key: string): DocumentRef[] {
  const [found = '', ...rest] = key.split('-')
  const kind = kinds.find((each) => each === found)
  return kind ? [{ kind, id: rest.join('-') }] : []
}
