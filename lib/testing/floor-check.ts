import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'
import { exerciseRows, workOf } from './floor-exercises.ts'
import { guideRows, seesGuideEvent } from './floor-guides.ts'
import type { Rows, Table } from './floor-rows.ts'
import type { Stage } from './stage.ts'
import type { StagedPostmortem } from './stage-postmortems.ts'

/**
 * What an actor should see, told by `can` and, for what hangs on a record, in plain words here: a second telling of
 * lib/policy/floors.ts that shares no line with it. `all` is what the owner sees.
 */
export function expectedRows({ stage, all }: { stage: Stage; all: Rows }, actor: Actor): Rows {
  const me = actor.kind === 'person' ? actor.personId : null
  const audits = can(actor, 'read', 'auditLog').allowed
  const reads = (row: StagedPostmortem) => can(actor, 'read', 'postmortem', row).allowed
  const postmortems = stage.postmortems.filter(reads)
  const incidents = stage.incidents.filter((row) => can(actor, 'read', 'incident', row).allowed)
  const items = stage.items.filter((row) =>
    row.postmortem ? reads(row.postmortem) : can(actor, 'read', 'actionItem', row).allowed,
  )
  const programs = (stage.programs ?? []).filter(() => can(actor, 'read', 'program').allowed)
  const open = new Set(
    [...postmortems, ...incidents, ...items, ...programs, ...workOf(stage, actor)].map(({ id }) => id),
  )
  const of = (table: string, keep: (words: string[], key: string) => boolean) =>
    [...(all.get(table) ?? [])].filter((key) => keep(key.split(' '), key))
  const withRecord = (table: string) => of(table, ([id = '']) => open.has(id))
  const reviews = new Set(postmortems.flatMap(({ reviewId }) => reviewId ?? []))
  // Hints are for those who write a postmortem and those asked to review it.
  const hinted = new Set(
    postmortems
      .filter((row) => (me && row.reviewerIds?.includes(me)) || can(actor, 'edit', 'postmortem', row).allowed)
      .map(({ id }) => id),
  )
  // Once something is published, the working text belongs to those who amend it. Comments go with it.
  const worked = postmortems.filter(
    (row) => row.publicationId === null || can(actor, 'edit', 'postmortem', row).allowed,
  )
  const working = new Set(worked.map(({ id }) => id))
  const threads = new Set(worked.map(({ hanging }) => hanging.threadId))
  const publications = new Set(postmortems.flatMap(({ publicationId }) => publicationId ?? []))
  const everybody = (resource: 'person' | 'team' | 'service' | 'template' | 'program', table: string) =>
    of(table, () => can(actor, 'read', resource).allowed)

  const expected: Record<Table, string[]> = {
    // The sign-in page names it.
    Organization: of('Organization', () => true),
    Person: everybody('person', 'Person'),
    Team: everybody('team', 'Team'),
    Membership: everybody('team', 'Membership'),
    Service: everybody('service', 'Service'),
    Incident: incidents.map(({ id }) => id),
    IncidentService: withRecord('IncidentService'),
    ImpactWindow: incidents.map(({ windowId }) => windowId),
    TimelineEntry: incidents.map(({ entryId }) => entryId),
    TimelineEvidence: withRecord('TimelineEvidence'),
    SeverityChange: incidents.map(({ severityId }) => severityId),
    IncidentLocation: withRecord('IncidentLocation'),
    ImpactNumber: withRecord('ImpactNumber'),
    Factor: withRecord('Factor'),
    Defence: withRecord('Defence'),
    Mitigation: withRecord('Mitigation'),
    IncidentEvidence: withRecord('IncidentEvidence'),
    IncidentRole: withRecord('IncidentRole'),
    RoleHolder: incidents.filter((row) => can(actor, 'edit', 'incident', row).allowed).map(({ holder }) => holder),
    IncidentRelation: of('IncidentRelation', ([from = '', to = '']) => open.has(from) && open.has(to)),
    RelationProposal: of('RelationProposal', (ends) => ends.every((id) => open.has(id))),
    Postmortem: postmortems.map(({ id }) => id),
    TemplateVersion: everybody('template', 'TemplateVersion'),
    TemplateDeactivation: everybody('template', 'TemplateDeactivation'),
    Section: of('Section', ([id = '']) => working.has(id)),
    Image: withRecord('Image'),
    SectionUpdate: of('SectionUpdate', ([id = '']) => working.has(id)),
    Revision: postmortems.flatMap((row) => revisionsOf(row, actor)),
    Review: [...reviews],
    Reviewer: of('Reviewer', ([id = '']) => reviews.has(id)),
    ReviewDecision: of('ReviewDecision', ([id = '']) => reviews.has(id)),
    Publication: [...publications],
    Retraction: of('Retraction', ([id = '']) => publications.has(id)),
    Supersession: withRecord('Supersession'),
    Import: withRecord('Import'),
    ReviewPoint: of('ReviewPoint', ([id = '']) => reviews.has(id)),
    PointAnswer: postmortems.flatMap(({ reviewId, hanging }) => (reviewId ? [hanging.answerId] : [])),
    RubricAnswer: of('RubricAnswer', ([id = '']) => reviews.has(id)),
    ReviewMeeting: withRecord('ReviewMeeting'),
    MeetingAttendee: of('MeetingAttendee', ([id = '']) => postmortems.some(({ hanging }) => hanging.meetingId === id)),
    SummaryRevision: withRecord('SummaryRevision'),
    SummaryApproval: postmortems.map(({ hanging }) => hanging.summaryId),
    SummaryAnswer: withRecord('SummaryAnswer'),
    Waiver: withRecord('Waiver'),
    ReviewRule: of('ReviewRule', () => can(actor, 'read', 'organization').allowed),
    Holiday: of('Holiday', () => can(actor, 'read', 'organization').allowed),
    // One's own, and only for as long as its record is open; what is about nobody's record is about the person.
    Notification: of(
      'Notification',
      ([subject = '', person]) => person === me && (open.has(subject) || subject === me),
    ),
    Thread: of('Thread', ([id = '']) => working.has(id)),
    Comment: of('Comment', ([id = '']) => working.has(id)),
    CommentWording: of('CommentWording', ([id = '']) => working.has(id)),
    Resolution: of('Resolution', ([id = '']) => working.has(id)),
    HintDismissal: of('HintDismissal', ([id = '']) => hinted.has(id)),
    HintException: of('HintException', () => can(actor, 'read', 'hint').allowed),
    Grant: of('Grant', ([record = '', person]) => person === me || open.has(record)),
    ...exerciseRows(actor, of, open),
    ...guideRows(actor, of, open),
    ActionItem: items.map(({ id }) => id),
    Commitment: items.map(({ id }) => id),
    Progress: items.filter(({ closed }) => closed).map(({ id }) => id),
    ItemEvidence: items.map(({ id }) => id),
    ItemLink: items.map(({ id }) => id),
    ItemIncident: of('ItemIncident', (ends) => ends.every((id) => open.has(id))),
    Recurrence: of('Recurrence', (ends) => ends.every((id) => open.has(id))),
    ItemAtImpact: of(
      'ItemAtImpact',
      ([publication = '', item = '']) => publications.has(publication) && open.has(item),
    ),
    ItemBefore: of('ItemBefore', ([item = '', by]) => by === me && open.has(item)),
    SavedView: of('SavedView', ([visibility, by, team = '']) => {
      if (by === me) return true
      if (visibility === 'company') return can(actor, 'read', 'actionItem').allowed
      return visibility === 'team' && actor.kind === 'person' && team in actor.teams
    }),
    DefaultView: of('DefaultView', ([person]) => person === me),
    MailSettings: of('MailSettings', ([person]) => person === me),
    Watcher: of('Watcher', ([person]) => person === me),
    Digest: [],
    Program: everybody('program', 'Program'),
    ProgramStep: everybody('program', 'ProgramStep'),
    ProgramTeam: everybody('program', 'ProgramTeam'),
    ProgramService: everybody('program', 'ProgramService'),
    ProgramRisk: everybody('program', 'ProgramRisk'),
    ProgramDecision: everybody('program', 'ProgramDecision'),
    Watch: everybody('program', 'Watch'),
    Milestone: everybody('program', 'Milestone'),
    Kpi: everybody('program', 'Kpi'),
    ProgramHealth: everybody('program', 'ProgramHealth'),
    HealthOverride: everybody('program', 'HealthOverride'),
    ProgramUpdate: everybody('program', 'ProgramUpdate'),
    ProgramReport: everybody('program', 'ProgramReport'),
    MilestonePlan: everybody('program', 'MilestonePlan'),
    MilestoneStep: everybody('program', 'MilestoneStep'),
    KpiPlan: everybody('program', 'KpiPlan'),
    KpiPoint: everybody('program', 'KpiPoint'),
    RiskAssessment: everybody('program', 'RiskAssessment'),
    // What a program says of a record is for those who see both.
    ProgramLink: of('ProgramLink', ([id = '']) => open.has(id) && can(actor, 'read', 'program').allowed),
    Assignment: items.map(({ id }) => id),
    ProgramEffect: of('ProgramEffect', ([id = '']) => open.has(id) && can(actor, 'read', 'program').allowed),
    EffectAgreement: of('EffectAgreement', ([id = '']) => open.has(id) && can(actor, 'read', 'program').allowed),
    Event: of('Event', ([name = '', subject = '', by, other = '']) => {
      if (name === 'program.record_linked') return open.has(subject) && open.has(other)
      if (name === 'incident.related') return open.has(subject) && open.has(nextTo(stage, subject))
      if (name === 'hint.dismissed') return hinted.has(subject)
      if (name === 'comment.started') return threads.has(subject)
      const said = seesGuideEvent(actor, name, other, open)
      if (said !== undefined) return said
      if (open.has(subject)) return true
      // That glass was broken is for those who audit, too.
      if (name.endsWith('.access_granted')) return audits
      if (/^(team|service|template)\./.test(name)) return can(actor, 'read', 'actionItem').allowed
      return /^(person|organization)\./.test(name) && (audits || (me !== null && (subject === me || by === me)))
    }),
    Outbox: [],
    SearchDocument: of('SearchDocument', ([, id = '']) => open.has(id)),
    SearchFacet: of('SearchFacet', ([, id = '']) => open.has(id)),
    IdempotencyKey: of('IdempotencyKey', ([id]) => id === me),
  }
  return new Map(Object.entries(expected).map(([table, keys]) => [table, new Set(keys)]))
}

/** Each staged incident is linked with the one staged after it. */
const nextTo = ({ incidents }: Stage, id: string) => incidents.find(({ id: one }) => one === id)?.relatedTo ?? ''

/** Readers of something published see the revision that was published, and no other. */
function revisionsOf(row: StagedPostmortem, actor: Actor): string[] {
  const [published, waiting] = row.revisionIds
  const reviews = actor.kind === 'person' && (row.reviewerIds ?? []).includes(actor.personId)
  const both = row.publicationId === null || reviews || can(actor, 'edit', 'postmortem', row).allowed
  return both ? [published, waiting] : [published]
}

/** Every table and row the two do not agree about, as sentences. */
export function disagreements(expected: Rows, seen: Rows): string[] {
  return [...seen].flatMap(([table, shown]) => {
    const keys = expected.get(table) ?? new Set()
    return [
      ...[...keys].filter((key) => !shown.has(key)).map((key) => `${table} ${key} is hidden`),
      ...[...shown].filter((key) => !keys.has(key)).map((key) => `${table} ${key} is shown`),
    ]
  })
}
