import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { similarIncidents } from '#lib/similar/queries.ts'
import { subjectFrom } from '#lib/similar/subject.ts'
import type { Preparation } from '#lib/templates/fact-fields.ts'
import { sectionsFor } from '#lib/templates/model.ts'
import type { Template } from '#lib/templates/schema.ts'
import { knownOf } from './known.ts'
import { reachesBeyond } from './model.ts'
import { prepare } from './prefill.ts'
import { preventingItems } from './suggestions.ts'

export type Access = {
  visibility: 'company' | 'team' | 'restricted'
  restrictedReason: 'security' | 'legal' | 'privacy' | 'people' | null
}

type Begun = {
  title: string
  template: Template
  teamId: string
  leadId: string
  access: Access
  incident: { id: string; severity: keyof Template['sections'][number]['needs'] } | null
  externalId?: string | undefined
  /** What is written already, by section; it stands before what would be prepared. */
  written?: ReadonlyMap<string, string>
}

/** Puts a new document on the desk: its sections as the template asks at that severity, with what facts can say in them. */
export async function begin(work: Work, { template, access, incident, written, ...begun }: Begun): Promise<string> {
  const { db, now } = work
  const id = newId(now)
  const { title, teamId, leadId, externalId = null } = begun
  await db.postmortem.createMany({
    data: {
      id,
      title,
      teamId,
      leadId,
      externalId,
      ...access,
      incidentId: incident?.id ?? null,
      template: template.key,
      templateVersion: template.version,
      templateOrigin: template.origin,
      createdAt: now,
      updatedAt: now,
    },
  })
  if (access.visibility === 'restricted') await grantLeadAndAuthor(work, id, leadId)
  const sections = sectionsFor(template, incident?.severity ?? null)
  const prepared = await preparedBodies(work, { sections, incident, access, teamId })
  await db.section.createMany({
    data: sections.map(({ key, heading }, position) => ({
      postmortemId: id,
      key,
      heading,
      position,
      updatedAt: now,
      body: written?.get(key) ?? prepared.get(key) ?? '',
    })),
  })
  return id
}

type Preparing = Pick<Begun, 'incident' | 'access' | 'teamId'> & {
  sections: readonly { key: string; prefill: Preparation | null }[]
}

/** By section. Only what every reader of the document may see goes into its text; the rest is for the panel beside it. */
export async function preparedBodies(
  work: Work,
  { sections, incident, access, teamId }: Preparing,
): Promise<Map<string, string>> {
  const prepared = sections.flatMap(({ key, prefill }) => (prefill ? [{ key, prefill }] : []))
  if (!incident || prepared.length === 0) return new Map()
  const known = await knownOf(work, incident.id)
  const open = (other: Parameters<typeof reachesBeyond>[1]) =>
    other.visibility !== 'restricted' && !reachesBeyond({ ...access, teamId }, other)
  const [similar, preventing] = await Promise.all([
    similarIncidents(work, subjectFrom(known, { before: known.occurredAt })),
    preventingItems(work, known),
  ])
  const shown = { known, similar: similar.filter(open), preventing: preventing.filter(open) }
  return new Map(prepared.map(({ key, prefill }) => [key, prepare(prefill, shown)]))
}

async function grantLeadAndAuthor({ db, now, actor }: Work, postmortemId: string, leadId: string): Promise<void> {
  const author = actor.kind === 'person' ? actor.personId : leadId
  await db.grant.createMany({
    data: [...new Set([leadId, author])].map((personId) => ({
      id: newId(now),
      personId,
      postmortemId,
      grantedById: author,
      grantedAt: now,
    })),
  })
}
