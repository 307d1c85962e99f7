import type { Work } from '#lib/context.ts'
import { replaceText } from '#lib/documents/replace.ts'
import { type Happening, happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { freeze, sameText } from '#lib/postmortems/freeze.ts'
import { reachesBeyond } from '#lib/postmortems/model.ts'
import { RevisionContent } from '#lib/postmortems/schema.ts'
import { refuse } from '#lib/problem.ts'
import { contentOf } from './content.ts'
import type { KnownRow, Step } from './plan.ts'
import { renewIncident } from './renew-incident.ts'
import type { ImportDocument } from './schema.ts'
import { importRow, notAfter, type Surroundings } from './store-postmortems.ts'

/** A document that is here already and whose file says something new. What stood here stays in the history. */
export async function renewPostmortem(work: Work, step: Step, row: KnownRow, around: Surroundings): Promise<Happening> {
  const { db, now, actor } = work
  const { document } = step
  const reviewerIds = row.reviews.flatMap(({ reviewers }) => reviewers.map(({ personId }) => personId))
  const decision = can(actor, 'edit', 'postmortem', { ...row, reviewerIds })
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  if ((await db.section.count({ where: { postmortemId: row.id } })) > 0)
    await freeze(work, row, { note: `As it stood before ${document.file} was imported again` })
  const incident = (document.incident && around.incidents.get(document.incident.id)) ?? null
  const incidentId = row.incidentId ?? incident?.id ?? null
  if (document.incident && incident && !incident.made && incident.id === row.incidentId)
    await renewIncident(work, incident.id, { facts: document.incident, origin: document.origin, names: around.names })
  const teamId = around.names.team(document.team).id
  await db.postmortem.update({
    where: { id: row.id },
    data: {
      title: document.title,
      incidentId,
      version: { increment: 1 },
      updatedAt: now,
      ...(row.visibility === 'restricted' ? {} : { teamId }),
      ...stricter(row, { ...document, teamId }),
    },
  })
  await replaceSections(work, row.id, document)
  await publishAgain(work, row, { document, content: contentOf(document, incident, now) })
  const { postmortemId, ...columns } = importRow(row.id, step, work)
  await db.import.upsert({ where: { postmortemId }, create: { postmortemId, ...columns }, update: columns })
  const { title, file, status } = document
  return happened('postmortem.imported', row.id, { title, file, again: true, published: status === 'published' })
}

type Access = Pick<KnownRow, 'visibility' | 'teamId' | 'restrictedReason'>

/** A file may close a document further. Opening one is a person's decision and is never done by an import. */
function stricter(row: Access, given: Access): Partial<Access> {
  if (given.visibility === row.visibility || reachesBeyond(given, row)) return {}
  return { visibility: given.visibility, restrictedReason: given.restrictedReason }
}

/** Through the log of each section's updates, so that whoever has it open sees the new text arrive. */
async function replaceSections(work: Work, postmortemId: string, { sections }: ImportDocument): Promise<void> {
  const { db, now } = work
  const stood = new Map(
    (await db.section.findMany({ where: { postmortemId } })).map((section) => [section.key, section]),
  )
  await db.section.deleteMany({ where: { postmortemId, key: { notIn: sections.map(({ key }) => key) } } })
  for (const [position, { key, heading, body }] of sections.entries()) {
    const before = stood.get(key)
    if (!before) {
      await db.section.createMany({ data: { postmortemId, key, heading, body, position, updatedAt: now } })
      continue
    }
    if (before.heading !== heading || before.position !== position)
      await db.section.update({ where: { postmortemId_key: { postmortemId, key } }, data: { heading, position } })
    await replaceText(work, { postmortemId, key, body })
  }
}

type Text = { document: ImportDocument; content: RevisionContent }

/** What the file calls published is what readers get, unless they have it already. */
async function publishAgain(
  { db, now, actor }: Work,
  { id: postmortemId }: { id: string },
  { document, content }: Text,
) {
  if (document.status !== 'published') return
  const latest = await db.publication.findFirst({
    where: { postmortemId },
    include: { revision: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
  })
  if (latest && sameText(withoutIds(RevisionContent.parse(latest.revision.content)), withoutIds(content))) return
  const newest = await db.revision.findFirst({ where: { postmortemId }, orderBy: { ordinal: 'desc' } })
  const by = actor.kind === 'person' ? actor.personId : null
  const revisionId = newId(now)
  await db.revision.createMany({
    data: {
      id: revisionId,
      postmortemId,
      ordinal: (newest?.ordinal ?? 0) + 1,
      content,
      createdById: by,
      createdAt: now,
    },
  })
  const given = notAfter(now, document.published)
  const publishedAt = latest && given <= latest.publishedAt ? now : given
  const note = latest ? `Imported again from ${document.file}` : ''
  await db.publication.createMany({
    data: { id: newId(now), postmortemId, revisionId, publishedById: by, publishedAt, note },
  })
}

/** Ids of rows are new with each reading. */
const withoutIds = (content: RevisionContent): RevisionContent =>
  JSON.parse(JSON.stringify(content, (key, value) => (key === 'id' ? undefined : value)))
