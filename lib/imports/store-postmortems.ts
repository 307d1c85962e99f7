import type { Work } from '#lib/context.ts'
import { type Happening, happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { contentOf } from './content.ts'
import type { Names } from './names.ts'
import type { Step } from './plan.ts'
import type { ImportDocument } from './schema.ts'
import type { Incident } from './store-incidents.ts'

export type Surroundings = { names: Names; incidents: ReadonlyMap<string, Incident>; leadId: string }

/** New documents, many in few statements. Whoever imports leads them until somebody else does. */
export async function insertPostmortems(
  work: Work,
  steps: readonly Step[],
  around: Surroundings,
): Promise<Happening[]> {
  const { db, now } = work
  if (steps.length === 0) return []
  const rows = steps.map((step) => ({ ...step, id: newId(now) }))
  await db.postmortem.createMany({
    data: rows.map(({ id, document }) => postmortemRow(id, document, { work, around })),
  })
  const restricted = rows.filter(({ document }) => document.visibility === 'restricted')
  if (restricted.length > 0)
    await db.grant.createMany({
      data: restricted.map(({ id }) => ({
        id: newId(now),
        personId: around.leadId,
        postmortemId: id,
        grantedById: around.leadId,
        grantedAt: now,
      })),
    })
  await db.section.createMany({
    data: rows.flatMap(({ id, document }) =>
      document.sections.map((section, position) => ({ ...section, postmortemId: id, position, updatedAt: now })),
    ),
  })
  await db.import.createMany({
    data: rows.map(({ id, document, digest }) => importRow(id, { document, digest }, work)),
  })
  await insertPublications(work, rows, around)
  return rows.map(({ id, document: { title, file, status } }) =>
    happened('postmortem.imported', id, { title, file, again: false, published: status === 'published' }),
  )
}

type Given = { work: Work; around: Surroundings }

function postmortemRow(id: string, document: ImportDocument, { work: { now }, around }: Given) {
  const { title, template, templateVersion, templateOrigin, visibility, restrictedReason, published, begun } = document
  const incident = document.incident && around.incidents.get(document.incident.id)
  return {
    id,
    title,
    template,
    templateVersion,
    templateOrigin,
    visibility,
    restrictedReason,
    externalId: document.id,
    incidentId: incident?.id ?? null,
    teamId: around.names.team(document.team).id,
    leadId: around.leadId,
    // Lists sort by when a document was begun; ten thousand old ones must not stand before today's.
    createdAt: notAfter(now, begun ?? published),
    updatedAt: now,
  }
}

export function importRow(
  postmortemId: string,
  { document, digest }: Pick<Step, 'document' | 'digest'>,
  { now, actor }: Work,
) {
  const importedById = actor.kind === 'person' ? actor.personId : null
  const { file, extra, earlierItems } = document
  // What stood elsewhere when it began is no item of this instance; it stays with the document to be told again.
  const kept = { ...extra, ...(earlierItems && { earlierItems }) } as object
  return { postmortemId, file, digest, extra: kept, importedById, importedAt: now }
}

type Row = Step & { id: string }

async function insertPublications(work: Work, rows: readonly Row[], { incidents }: Surroundings): Promise<void> {
  const { db, now, actor } = work
  const createdById = actor.kind === 'person' ? actor.personId : null
  const out = rows
    .filter(({ document }) => document.status !== 'draft')
    .map((row) => ({ ...row, revisionId: newId(now), publicationId: newId(now) }))
  if (out.length === 0) return
  await db.revision.createMany({
    data: out.map(({ id, revisionId, document }) => ({
      id: revisionId,
      postmortemId: id,
      ordinal: 1,
      createdById,
      content: contentOf(document, (document.incident && incidents.get(document.incident.id)) ?? null, now),
      createdAt: notAfter(now, document.published),
    })),
  })
  await db.publication.createMany({
    data: out.map(({ id, revisionId, publicationId, document }) => ({
      id: publicationId,
      postmortemId: id,
      revisionId,
      publishedById: createdById,
      publishedAt: notAfter(now, document.published),
    })),
  })
  if (out.some(({ document }) => document.retracted))
    await db.retraction.createMany({
      data: out.flatMap(({ publicationId, document: { retracted } }) =>
        retracted
          ? [
              {
                publicationId,
                retractedById: createdById,
                retractedAt: notAfter(now, retracted.at),
                reason: retracted.reason,
              },
            ]
          : [],
      ),
    })
}

/** What a file calls the future happened at the latest now. */
export function notAfter(now: Date, at: string | null): Date {
  const given = at === null ? now : new Date(at)
  return given > now ? now : given
}
