import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { findIncidentById } from '#lib/incidents/queries.ts'
import { RevisionContent } from './schema.ts'

type Postmortem = { id: string; workingTitle: string; incidentId: string | null }

/** The document as it stands now: title, sections, and the facts of its incident. */
export async function workingContent(
  work: Work,
  { id, workingTitle, incidentId }: Postmortem,
): Promise<RevisionContent> {
  const [sections, incident] = await Promise.all([
    sectionsOf(work, id),
    incidentId ? findIncidentById(work, incidentId) : null,
  ])
  return { title: workingTitle, sections, incident }
}

export const sectionsOf = ({ db }: Work, postmortemId: string): Promise<RevisionContent['sections']> =>
  db.section.findMany({
    where: { postmortemId },
    orderBy: { position: 'asc' },
    select: { key: true, heading: true, body: true },
  })

/** Whether two contents read the same. The incident's version counts nothing: only what is shown does. */
export function sameText(one: RevisionContent, other: RevisionContent): boolean {
  // Every incident has a log of its severity. A text without one was frozen before there were any of these facts, and an
  // upgrade must not make it look changed.
  const early = [one, other].some(({ incident }) => incident?.severityLog.length === 0)
  const shown = ({ incident, ...rest }: RevisionContent) =>
    JSON.stringify(
      { ...rest, incident: incident && (early ? earlyFacts(incident) : { ...incident, version: 0 }) },
      inKeyOrder,
    )
  return shown(one) === shown(other)
}

type Incident = NonNullable<RevisionContent['incident']>

/** What the first release told of an incident. */
function earlyFacts({
  title,
  severity,
  kind,
  team,
  zone,
  services,
  mechanisms,
  milestones,
  windows,
  timeline,
}: Incident) {
  return {
    title,
    severity,
    kind,
    team,
    zone,
    services,
    mechanisms,
    milestones: Object.fromEntries(Object.entries(milestones).filter(([, at]) => at !== null)),
    windows: windows.map(({ id: _, ...window }) => window),
    timeline: timeline.map(({ id, at, kind, text, source }) => ({ id, at, kind, text, source })),
  }
}

/** PostgreSQL keeps the keys of stored JSON in an order of its own. */
const inKeyOrder = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

export type Frozen = { id: string; ordinal: number; content: RevisionContent }

/** Freezes the working text, or answers with the newest revision when nothing has changed since. */
export async function freeze(
  work: Work,
  postmortem: Postmortem,
  given: { note?: string; content?: RevisionContent } = {},
): Promise<Frozen> {
  const { db, now, actor } = work
  const { note = '', content = await workingContent(work, postmortem) } = given
  const newest = await db.revision.findFirst({ where: { postmortemId: postmortem.id }, orderBy: { ordinal: 'desc' } })
  if (newest && sameText(content, RevisionContent.parse(newest.content))) return { ...newest, content }
  const createdById = actor.kind === 'person' ? actor.personId : null
  const revision = {
    id: newId(now),
    postmortemId: postmortem.id,
    ordinal: (newest?.ordinal ?? 0) + 1,
    content,
    note,
    createdById,
    createdAt: now,
  }
  await db.revision.createMany({ data: revision })
  return revision
}
