import { newId } from '#lib/ids.ts'
import type { PolicyRow } from '#lib/policy/facts.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { RestrictedReason, Visibility } from '#prisma/client/enums.ts'
import { stageBoard, stageViews } from './stage-board.ts'
import type { StagedExercises } from './stage-exercises.ts'
import type { StagedGuides } from './stage-guides.ts'
import type { StagedProgram } from './stage-programs.ts'
import { type Hanging, hanging, stageHanging } from './stage-reviews.ts'
import { stageTalk } from './stage-talk.ts'
import { type Name, NOW, names, type World } from './world.ts'

type Db = Prisma.TransactionClient

/** One postmortem to put on the stage, by what the policy asks about it. */
export type PostmortemShape = {
  visibility: Visibility
  team: 'edge' | 'control'
  lead: Name
  reviewers: readonly Name[]
  granted: readonly Name[]
  phase: 'written' | 'published' | 'retracted'
}
export type IncidentShape = {
  visibility: Visibility
  team: 'edge' | 'control'
  creator: Name | null
  granted: readonly Name[]
}
export type ItemShape = { team: 'edge' | 'control'; owner: Name | null; creator: Name | null; postmortem?: number }

type Staged = PolicyRow & { id: string; number: number }
export type StagedPostmortem = Staged & {
  shape: PostmortemShape
  reviewId: string | null
  /** The frozen texts: the first is published where something is, the last waits for an amendment. */
  revisionIds: [string, string]
  publicationId: string | null
  /** What reviewing leaves at a postmortem. */
  hanging: Hanging
}
export type StagedIncident = Staged & {
  shape: IncidentShape
  entryId: string
  evidenceId: string
  windowId: string
  severityId: string
  /** The name of whoever held a role. */
  holder: string
  relatedTo: string
}
export type StagedItem = Staged & { closed: boolean; postmortem: StagedPostmortem | null }
export type Stage = {
  postmortems: StagedPostmortem[]
  incidents: StagedIncident[]
  items: StagedItem[]
  programs?: StagedProgram[]
  work?: StagedExercises
  guides?: StagedGuides
}

/** Above what the sequences give to records that commands make meanwhile. */
const FIRST_NUMBER = 10_000

const reasonOf = (visibility: Visibility): RestrictedReason | null => (visibility === 'restricted' ? 'security' : null)
const grantRows = (granted: readonly Name[], cast: World, key: { postmortemId: string } | { incidentId: string }) =>
  granted.map((name) => ({ id: newId(NOW), personId: cast.personIds[name], ...key, grantedAt: NOW, reason: 'Staged' }))

/** Postmortems with everything that hangs on one, written as the owner: commands would not let most of these happen. */
export async function stagePostmortems(
  db: Db,
  cast: World,
  shapes: readonly PostmortemShape[],
): Promise<StagedPostmortem[]> {
  const staged = shapes.map((shape, index): StagedPostmortem => {
    const { visibility, team, lead, reviewers, phase } = shape
    return {
      ...{ shape, id: newId(NOW), number: FIRST_NUMBER + index, visibility },
      ...{ teamId: cast.teamIds[team], leadId: cast.personIds[lead] },
      reviewerIds: reviewers.map((name) => cast.personIds[name]),
      grants: shape.granted.map((name) => ({ personId: cast.personIds[name] })),
      reviewId: reviewers.length > 0 ? newId(NOW) : null,
      revisionIds: [newId(NOW), newId(NOW)],
      publicationId: phase === 'written' ? null : newId(NOW),
      publishedAt: phase === 'written' ? null : NOW,
      hanging: hanging(),
    }
  })
  await db.postmortem.createMany({
    data: staged.map(({ id, number, shape: { visibility, team, lead } }) => ({
      ...{ id, number, title: `Staged ${number}`, template: 'classic', templateVersion: 1, visibility },
      ...{ restrictedReason: reasonOf(visibility), teamId: cast.teamIds[team], leadId: cast.personIds[lead] },
      ...{ createdAt: NOW, updatedAt: NOW },
    })),
  })
  await stageTexts(db, staged)
  await stageReviews(db, staged)
  await stageHanging(db, cast, staged)
  await db.grant.createMany({
    data: staged.flatMap(({ id, shape }) => grantRows(shape.granted, cast, { postmortemId: id })),
  })
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('postmortem.drafted', 'postmortem', id)) })
  await db.event.createMany({
    data: staged.map(({ id }) => eventRow('postmortem.access_granted', 'postmortem', id, { breakGlass: true })),
  })
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('hint.dismissed', 'hint', id)) })
  await stageTalk(db, cast, staged)
  await db.event.createMany({
    data: staged.map(({ hanging: { threadId } }) => eventRow('comment.started', 'comment', threadId)),
  })
  return staged
}

async function stageTexts(db: Db, staged: readonly StagedPostmortem[]): Promise<void> {
  await db.section.createMany({
    data: staged.flatMap(({ id }) =>
      SECTIONS.map((key, position) => ({
        ...{ postmortemId: id, key, position, heading: key, body: 'See https://graphs.example/1.', updatedAt: NOW },
      })),
    ),
  })
  await db.revision.createMany({
    data: staged.flatMap(({ id, number, revisionIds }) =>
      revisionIds.map((revisionId, index) => ({
        ...{ id: revisionId, postmortemId: id, ordinal: index + 1, createdAt: NOW },
        content: {
          title: `Staged ${number}`,
          sections: SECTIONS.map((key) => ({ key, heading: key, body: `Words ${index}.` })),
          incident: null,
        },
      })),
    ),
  })
  const published = staged.filter(({ publicationId }) => publicationId !== null)
  await db.publication.createMany({
    data: published.map(({ id, revisionIds, publicationId }) => ({
      ...{ id: publicationId ?? '', postmortemId: id, revisionId: revisionIds[0], publishedAt: NOW },
    })),
  })
  await db.retraction.createMany({
    data: published
      .filter(({ shape }) => shape.phase === 'retracted')
      .map(({ publicationId }) => ({ publicationId: publicationId ?? '', retractedAt: NOW, reason: 'It was wrong.' })),
  })
}

/** What the classic template asks for, so that a review may be requested of it. */
const SECTIONS = ['summary', 'impact', 'trigger', 'factors', 'defences', 'mitigation', 'lessons']

async function stageReviews(db: Db, staged: readonly StagedPostmortem[]): Promise<void> {
  const reviews = staged.flatMap((row) => (row.reviewId ? [{ ...row, reviewId: row.reviewId }] : []))
  await db.review.createMany({
    data: reviews.map(({ id, reviewId, revisionIds }) => ({
      ...{ id: reviewId, postmortemId: id, revisionId: revisionIds[1], requestedAt: NOW },
    })),
  })
  const asked = reviews.flatMap(({ reviewId, reviewerIds = [] }) =>
    reviewerIds.map((personId) => ({ reviewId, personId })),
  )
  await db.reviewer.createMany({ data: asked })
  await db.reviewDecision.createMany({
    data: asked.map(({ reviewId, personId }) => ({
      ...{ id: newId(NOW), reviewId, personId, verdict: 'ask_for_changes' as const, note: 'More.', decidedAt: NOW },
    })),
  })
}

export async function stageIncidents(db: Db, cast: World, shapes: readonly IncidentShape[]): Promise<StagedIncident[]> {
  const staged = shapes.map(
    (shape, index): StagedIncident => ({
      ...{
        shape,
        id: newId(NOW),
        number: FIRST_NUMBER + index,
        visibility: shape.visibility,
        teamId: cast.teamIds[shape.team],
      },
      createdById: shape.creator && cast.personIds[shape.creator],
      grants: shape.granted.map((name) => ({ personId: cast.personIds[name] })),
      ...{
        entryId: newId(NOW),
        evidenceId: newId(NOW),
        windowId: newId(NOW),
        severityId: newId(NOW),
        holder: `Holder ${index}`,
        relatedTo: '',
      },
    }),
  )
  for (const [index, row] of staged.entries()) row.relatedTo = staged[(index + 1) % staged.length]?.id ?? ''
  await db.incident.createMany({
    data: staged.map(({ id, number, shape: { visibility, team, creator } }) => ({
      ...{ id, number, title: `Staged ${number}`, severity: 'sev2' as const, kind: 'outage' as const, visibility },
      ...{ restrictedReason: reasonOf(visibility), teamId: cast.teamIds[team], zone: 'UTC' },
      createdById: creator && cast.personIds[creator],
      ...{ createdAt: NOW, updatedAt: NOW, occurredAt: NOW },
    })),
  })
  const service = await db.service.findFirstOrThrow()
  await db.incidentService.createMany({
    data: staged.map(({ id }) => ({ incidentId: id, serviceId: service.id, role: 'origin' as const })),
  })
  await db.impactWindow.createMany({
    data: staged.map(({ id, windowId }) => ({ id: windowId, incidentId: id, startedAt: NOW, scope: 'Everybody' })),
  })
  await db.timelineEntry.createMany({
    data: staged.map(({ id, entryId }) => ({
      ...{ id: entryId, incidentId: id, position: 0, at: NOW, zone: 'UTC', kind: 'action' as const, text: 'Done.' },
    })),
  })
  await db.timelineEvidence.createMany({
    data: staged.map(({ id, evidenceId }) => ({
      ...{ id: evidenceId, incidentId: id, gatheringId: id, position: 0, at: NOW, zone: 'UTC', text: 'Said so.' },
      ...{ origin: 'lines', gatheredAt: NOW },
    })),
  })
  await stageFacts(db, staged)
  await db.waiver.createMany({ data: staged.map(({ id }) => ({ incidentId: id, reason: 'Staged', waivedAt: NOW })) })
  await db.grant.createMany({
    data: staged.flatMap(({ id, shape }) => grantRows(shape.granted, cast, { incidentId: id })),
  })
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('incident.recorded', 'incident', id)) })
  await db.event.createMany({
    data: staged.map(({ id }) => eventRow('incident.access_granted', 'incident', id, { breakGlass: true })),
  })
  return staged
}

/** One of every kind of fact an incident can have. */
async function stageFacts(db: Db, staged: readonly StagedIncident[]): Promise<void> {
  const one = staged.map(({ id }) => ({ id: newId(NOW), incidentId: id, position: 0 }))
  await db.severityChange.createMany({
    data: staged.map(({ id, severityId }) => ({ id: severityId, incidentId: id, severity: 'sev2', recordedAt: NOW })),
  })
  await db.incidentLocation.createMany({
    data: staged.map(({ id }) => ({ incidentId: id, kind: 'region', name: 'Asia' })),
  })
  await db.impactNumber.createMany({
    data: one.map((row) => ({ ...row, measure: 'tickets', value: 3, certainty: 'measured' })),
  })
  await db.factor.createMany({ data: one.map((row) => ({ ...row, mechanism: 'chg.config', role: 'enabler' })) })
  await db.defence.createMany({ data: one.map((row) => ({ ...row, name: 'Canary', outcome: 'absent' })) })
  await db.mitigation.createMany({ data: one.map((row) => ({ ...row, method: 'rollback', result: 'helped' })) })
  await db.incidentEvidence.createMany({
    data: one.map((row) => ({ ...row, kind: 'log', title: 'The log', url: 'https://log.example/1' })),
  })
  await db.incidentRole.createMany({ data: one.map((row) => ({ ...row, role: 'scribe' })) })
  await db.roleHolder.createMany({
    data: one.map(({ id }, index) => ({ roleId: id, name: staged[index]?.holder ?? '' })),
  })
  if (staged.length < 2) return
  await db.incidentRelation.createMany({
    data: staged.map(({ id, relatedTo }) => ({
      ...{ id: newId(NOW), fromId: id, toId: relatedTo, kind: 'similar' as const, createdAt: NOW },
    })),
  })
  await db.relationProposal.createMany({
    data: staged.map(({ id, relatedTo }) => ({
      ...{ id: newId(NOW), fromId: id, toId: relatedTo, kind: 'repeat_of' as const, createdAt: NOW },
    })),
  })
  await db.event.createMany({
    data: staged.map(({ id, relatedTo }) => eventRow('incident.related', 'incident', id, { otherId: relatedTo })),
  })
}

/** Every second one is closed. */
export async function stageItems(
  db: Db,
  cast: World,
  { shapes, postmortems }: { shapes: readonly ItemShape[]; postmortems: readonly StagedPostmortem[] },
): Promise<StagedItem[]> {
  const staged = shapes.map(
    ({ team, owner, creator, postmortem }, index): StagedItem => ({
      ...{ id: newId(NOW), number: FIRST_NUMBER + index, teamId: cast.teamIds[team], closed: index % 2 === 1 },
      ownerId: owner && cast.personIds[owner],
      createdById: creator && cast.personIds[creator],
      postmortem: postmortem === undefined ? null : (postmortems[postmortem] ?? null),
    }),
  )
  await db.actionItem.createMany({
    data: staged.map(({ id, number, ownerId = null, createdById = null, postmortem }, index) => ({
      ...{ id, number, title: `Staged ${number}`, priority: 'p1' as const, postmortemId: postmortem?.id ?? null },
      ...{ teamId: cast.teamIds[shapes[index]?.team ?? 'edge'], ownerId, createdById },
      ...{ dueOn: NOW, originalDueOn: NOW, createdAt: NOW, updatedAt: NOW },
    })),
  })
  const each = staged.map(({ id }) => ({ id: newId(NOW), actionItemId: id, at: NOW }))
  await db.commitment.createMany({ data: each.map((row) => ({ ...row, kind: 'accepted' as const })) })
  await db.itemEvidence.createMany({ data: each.map((row) => ({ ...row, kind: 'drill' as const, note: 'Shown.' })) })
  await db.progress.createMany({
    data: each
      .filter((_, index) => staged[index]?.closed)
      .map((row) => ({ ...row, kind: 'verified' as const, note: 'Shown.' })),
  })
  await db.itemLink.createMany({
    data: each.map(({ id, actionItemId }) => {
      return { id, actionItemId, position: 0, label: 'Tracker', url: 'https://tracker.example/1' }
    }),
  })
  const incident = await db.incident.findFirst({ orderBy: { number: 'asc' }, select: { id: true } })
  if (incident) {
    await db.itemIncident.createMany({
      data: each.map(({ actionItemId }) => ({ actionItemId, incidentId: incident.id })),
    })
    await db.recurrence.createMany({
      data: each.map((row) => ({ ...row, incidentId: incident.id, answer: 'related' as const, reason: 'Near.' })),
    })
  }
  await stageBoard(db, cast, staged)
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('action_item.proposed', 'action_item', id)) })
  return staged
}

/** What is nobody's record: accounts, keys, what waits to leave. */
export async function stageRest(db: Db, cast: World): Promise<void> {
  await db.reviewRule.create({
    data: {
      ...{ place: 'sev1', severity: 'sev1', approvals: 1, fromEach: [], draftDays: 3, publishDays: 7 },
      ...{ businessDays: false, setAt: NOW },
    },
  })
  await stageViews(db, cast)
  await db.holiday.create({ data: { id: newId(NOW), on: NOW, name: 'Portugal Day' } })
  await db.event.createMany({
    data: names.flatMap((name) => [
      eventRow('person.signed_in', 'person', cast.personIds[name]),
      { ...eventRow('organization.updated', 'organization', newId(NOW)), actorId: cast.personIds[name] },
    ]),
  })
  await db.event.createMany({
    data: [eventRow('team.created', 'team', cast.teamIds.edge), eventRow('service.created', 'service', newId(NOW))],
  })
  await db.idempotencyKey.createMany({
    data: names.map((name) => ({
      ...{ actorId: cast.personIds[name], key: 'staged', route: '/', bodyHash: '', createdAt: NOW },
    })),
  })
  await db.outbox.create({
    data: {
      ...{ id: newId(NOW), topic: 'changed', subjectKind: 'person', subjectId: cast.personIds.ada },
      ...{ createdAt: NOW, availableAt: NOW },
    },
  })
}

const eventRow = (name: string, subjectKind: string, subjectId: string, data: Prisma.InputJsonObject = {}) => ({
  ...{ id: newId(NOW), at: NOW, name, actorKind: 'system' as const, subjectKind, subjectId, data, requestId: 'test' },
})

/** What a search engine would hold of them, under one word that stands in all. */
export async function stageSearch(db: Db, { postmortems, incidents, items, programs = [] }: Stage): Promise<void> {
  const document = (kind: string, { id, number }: Pick<Staged, 'id' | 'number'>) => ({
    ...{
      kind,
      id,
      number,
      externalId: null,
      title: 'Staged',
      summary: '',
      body: '',
      timeline: '',
      url: '/',
      open: true,
    },
  })
  const documents = [
    ...postmortems.map((row) => document('postmortem', row)),
    ...incidents.map((row) => document('incident', row)),
    ...items.map((row) => document('action_item', row)),
    ...programs.map((row) => document('program', row)),
  ]
  await db.$executeRaw`select firebreak_index(${JSON.stringify(documents)}::jsonb, ${NOW})`
}
