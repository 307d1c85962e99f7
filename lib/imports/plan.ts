import type { Work } from '#lib/context.ts'
import { getDocumentById } from '#lib/exports/document.ts'
import { digestOf, digestOfExported } from './digest.ts'
import type { ImportDocument, ImportedOut } from './schema.ts'

/** What is already here under the ids of these documents, as the policy needs it. */
export async function loadKnown({ db, actor }: Work, documents: readonly ImportDocument[]) {
  const ids = documents.map(({ id }) => id)
  const mine = actor.kind === 'person' ? { personId: actor.personId } : {}
  const rows = await db.postmortem.findMany({
    where: { OR: [{ externalId: { in: ids } }, { id: { in: ids.filter(isUuid) } }] },
    include: {
      import: { select: { digest: true } },
      grants: { where: mine },
      reviews: { include: { reviewers: true } },
      team: { select: { slug: true } },
    },
  })
  return new Map(rows.map((row) => [ids.includes(row.id) ? row.id : (row.externalId ?? row.id), row]))
}
export type Known = Awaited<ReturnType<typeof loadKnown>>
export type KnownRow = Known extends Map<string, infer Row> ? Row : never

/** Locked until the transaction ends, in one order for everybody, so that two imports wait instead of meeting. */
export async function lockKnown({ db }: Work, documents: readonly ImportDocument[]): Promise<void> {
  const ids = documents.map(({ id }) => id)
  await db.$queryRaw`
    select 1 from "Postmortem" where "externalId" = any(${ids}) or "id"::text = any(${ids}) order by "id" for update`
}

export type Step = { document: ImportDocument; digest: string; outcome: ImportedOut['results'][number]['outcome'] }

/**
 * What each document would do. The same text as last time changes nothing, whatever people wrote here since; neither
 * does one that says what already stands here.
 */
export async function planSteps(work: Work, documents: readonly ImportDocument[], known: Known): Promise<Step[]> {
  const steps: Step[] = []
  for (const document of documents) {
    const digest = digestOf(document)
    const row = known.get(document.id)
    const same = row && (row.import?.digest === digest || (!row.import && (await standsHere(work, row.id, digest))))
    steps.push({ document, digest, outcome: row ? (same ? 'unchanged' : 'updated') : 'created' })
  }
  return steps
}

async function standsHere(work: Work, id: string, digest: string): Promise<boolean> {
  return digestOfExported(await getDocumentById(work, id)) === digest
}

export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
