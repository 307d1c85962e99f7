import type { Work } from '#lib/context.ts'
import { imagesById } from '#lib/images/queries.ts'
import { type Milestone, milestoneNames, serviceRoles } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { mentionedImages } from '#lib/markdown/own-images.ts'
import { getEarlierItems } from '#lib/postmortems/earlier.ts'
import { workingContent } from '#lib/postmortems/freeze.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { RevisionContent } from '#lib/postmortems/schema.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import type { EarlierItemOut } from '#lib/recurrences/schema.ts'
import { localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { inKeyOrder } from './key-order.ts'
import { EarlierItems, type ExportedItem, Facts, FORMAT, type PostmortemDocument } from './schema.ts'

export type Which = 'published' | 'working'

const whole = {
  team: true,
  incident: { select: { id: true, externalId: true } },
  import: { select: { extra: true } },
  actionItems: {
    include: { team: true, steps: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
  publications: {
    include: { revision: true, retraction: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: 1,
  },
} as const satisfies Prisma.PostmortemInclude

type Row = Prisma.PostmortemGetPayload<{ include: typeof whole }>

/**
 * The document as this actor may have it. Readers of a published one get the frozen revision; before publication the
 * text is open to whoever may read it; afterwards the working text is for those who edit.
 */
export async function getDocument(work: Work, number: number, which?: Which): Promise<PostmortemDocument> {
  const row = await work.db.postmortem.findUnique({ where: { number }, include: whole })
  if (!row) return refuse(notFound)
  const [latest] = row.publications
  const frozen = row.state === 'published' && latest
  if (which === 'published' && !frozen) refuse(invalid('text', 'It is not published; ask for the working text.'))
  if (frozen && which !== 'working') return withImages(work, row, RevisionContent.parse(latest.revision.content))
  // The same rule as the editor's own: after publication the working text is not for readers.
  if (row.publishedAt !== null || latest) await getWorkingText(work, number)
  return withImages(work, row, await workingContent(work, row))
}

/** With the pictures its text shows; one without any reads as it always did. */
async function withImages(work: Work, row: Row, content: RevisionContent): Promise<PostmortemDocument> {
  const document = assembled(row, content, await getEarlierItems(work, row.number))
  const ids = document.sections.flatMap(({ body }) => mentionedImages(body))
  const images = await imagesById(work, row.id, ids)
  return images.length > 0 ? { ...document, images } : document
}

export async function getDocumentById(work: Work, id: string): Promise<PostmortemDocument> {
  const { number } = await work.db.postmortem.findUniqueOrThrow({ where: { id }, select: { number: true } })
  return getDocument(work, number)
}

function assembled(
  row: Row,
  { title, sections, incident, ...frozen }: RevisionContent,
  earlier: readonly EarlierItemOut[],
): PostmortemDocument {
  const [latest] = row.publications
  const retraction = latest?.retraction
  return {
    firebreak: FORMAT,
    id: row.externalId ?? row.id,
    title,
    status: retraction ? 'retracted' : latest ? 'published' : 'draft',
    begun: row.createdAt.toISOString(),
    published: latest?.publishedAt.toISOString() ?? null,
    retracted: retraction ? { at: retraction.retractedAt.toISOString(), reason: retraction.reason } : null,
    team: { slug: row.team.slug, name: row.team.name },
    visibility: row.visibility,
    restrictedReason: row.restrictedReason,
    template: row.template,
    templateVersion: row.templateVersion,
    templateOrigin: row.templateOrigin,
    incident: incident && factsOf(incident, row.incident?.externalId ?? row.incidentId ?? row.id),
    frozen,
    actionItems: row.actionItems.map(itemOf),
    ...besides((row.import?.extra ?? {}) as Record<string, unknown>, earlier),
    sections,
  }
}

/** The items of another instance are not here; what its file said of them is told again as it was. */
function besides({ earlierItems, ...extra }: Record<string, unknown>, earlier: readonly EarlierItemOut[]) {
  const own = earlier.map(({ number: _, ...item }) => item)
  const told = EarlierItems.safeParse(own.length > 0 ? own : earlierItems)
  if (told.success) return { earlierItems: told.data, extra }
  return { extra: earlierItems === undefined ? extra : { earlierItems, ...extra } }
}

function factsOf({ number: _, version: __, externalId, ...facts }: IncidentOut, id: string): Facts {
  // One order of keys, whether they come from a stored revision or from the tables: the schema's, then by name.
  const { milestones, services, ...parsed } = Facts.parse({ ...inKeyOrder(withoutIds(facts)), id: externalId ?? id })
  return { ...parsed, milestones: inTheirOrder(milestones), services: services.toSorted(byRole) }
}

/** Rows of lists are known by an id in each instance; a file has none of them. */
const withoutIds = (facts: object) =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((row) => (isRow(row) ? omitId(row) : row)) : value,
    ]),
  )

const isRow = (row: unknown): row is { id?: string } => typeof row === 'object' && row !== null
const omitId = ({ id: _, ...row }: { id?: string }) => row

const rank = ({ role, slug }: { role: string; slug: string }) => `${roles.indexOf(role)} ${slug}`
const roles = Object.keys(serviceRoles)
const byRole = (one: Facts['services'][number], other: Facts['services'][number]) => (rank(one) < rank(other) ? -1 : 1)

function inTheirOrder<Value>(points: Record<string, Value>): Record<string, Value> {
  const order = (name: string) => milestoneNames.indexOf(name as Milestone)
  return Object.fromEntries(Object.entries(points).sort(([a], [b]) => order(a) - order(b)))
}

function itemOf(row: Row['actionItems'][number]): ExportedItem {
  const { externalId, id, title, doneWhen, priority, team, progress, steps } = row
  const [last] = steps
  return {
    id: externalId ?? id,
    title,
    doneWhen,
    priority,
    team: { slug: team.slug, name: team.name },
    dueOn: localFromDate(row.dueOn),
    originalDueOn: localFromDate(row.originalDueOn),
    closure:
      last && (progress === 'verified' || progress === 'dropped')
        ? { outcome: progress === 'verified' ? 'done' : 'dropped', note: last.note, at: last.at.toISOString() }
        : null,
  }
}
