import { condition } from './condition.ts'
import { findable } from './findable.ts'
import { policy, type Rule } from './model.ts'

/** What the serving role may do with one table, and which of its rows it sees. Tables that are not here it cannot touch. */
export type Floor = { read: (row: string) => string; may: readonly ('insert' | 'update' | 'delete')[] }

const everything = ['insert', 'update', 'delete'] as const
const appendOnly = ['insert'] as const

const ruled = (rule: Rule) => (row: string) => condition(rule, row)
const anyone = () => 'true'

/** A child has no visibility of its own: it is seen when its parent is, through the parent's own policy. */
const withParent =
  (parent: string, column: string, and = '') =>
  (row: string) =>
    `exists (select 1 from "${parent}" parent where parent."id" = ${row}."${column}"${and})`

const editsParent = condition(policy.postmortem.edit, 'parent')
const unpublished = 'parent."publishedAt" is null'
const isPublished = (row: string) =>
  `exists (select 1 from "Publication" published where published."revisionId" = ${row}."id")`

export const floors: Record<string, Floor> = {
  Organization: { read: anyone, may: ['insert', 'update'] },
  Person: { read: ruled(policy.person.read), may: ['insert', 'update'] },
  Team: { read: ruled(policy.team.read), may: everything },
  Membership: { read: ruled(policy.team.read), may: everything },
  Service: { read: ruled(policy.service.read), may: everything },
  Incident: { read: ruled(policy.incident.read), may: ['insert', 'update'] },
  IncidentService: { read: withParent('Incident', 'incidentId'), may: everything },
  ImpactWindow: { read: withParent('Incident', 'incidentId'), may: everything },
  TimelineEntry: { read: withParent('Incident', 'incidentId'), may: everything },
  // Word for word or not at all: what was gathered is never changed.
  TimelineEvidence: { read: withParent('Incident', 'incidentId'), may: ['insert', 'delete'] },
  SeverityChange: { read: withParent('Incident', 'incidentId'), may: appendOnly },
  IncidentLocation: { read: withParent('Incident', 'incidentId'), may: everything },
  ImpactNumber: { read: withParent('Incident', 'incidentId'), may: everything },
  Factor: { read: withParent('Incident', 'incidentId'), may: everything },
  Defence: { read: withParent('Incident', 'incidentId'), may: everything },
  Mitigation: { read: withParent('Incident', 'incidentId'), may: everything },
  IncidentEvidence: { read: withParent('Incident', 'incidentId'), may: everything },
  IncidentRole: { read: withParent('Incident', 'incidentId'), may: everything },
  // Readers see the role; who held it is for those who edit.
  RoleHolder: {
    read: (row) =>
      `exists (select 1 from "IncidentRole" held join "Incident" parent on parent."id" = held."incidentId" where held."id" = ${row}."roleId" and ${condition(policy.incident.edit, 'parent')})`,
    may: everything,
  },
  // One end alone would tell of the other.
  IncidentRelation: { read: withBothIncidents, may: ['insert', 'delete'] },
  RelationProposal: { read: withBothIncidents, may: everything },
  TemplateVersion: { read: ruled(policy.template.read), may: appendOnly },
  TemplateDeactivation: { read: ruled(policy.template.read), may: ['insert', 'delete'] },
  Waiver: { read: withParent('Incident', 'incidentId'), may: ['insert', 'delete'] },
  Postmortem: { read: ruled(policy.postmortem.read), may: ['insert', 'update'] },
  // Once something is published, the working text belongs to those who amend it; readers have the frozen revision.
  Section: {
    read: withParent('Postmortem', 'postmortemId', ` and (${unpublished} or ${editsParent})`),
    may: everything,
  },
  SectionUpdate: {
    read: withParent('Postmortem', 'postmortemId', ` and (${unpublished} or ${editsParent})`),
    may: appendOnly,
  },
  // The talk about a text goes with the text it is about.
  Thread: {
    read: withParent('Postmortem', 'postmortemId', ` and (${unpublished} or ${editsParent})`),
    may: appendOnly,
  },
  Comment: { read: withParent('Thread', 'threadId'), may: appendOnly },
  CommentWording: { read: withParent('Comment', 'commentId'), may: appendOnly },
  Resolution: { read: withParent('Thread', 'threadId'), may: ['insert', 'delete'] },
  Image: { read: withParent('Postmortem', 'postmortemId'), may: appendOnly },
  Revision: {
    read: (row) =>
      withParent(
        'Postmortem',
        'postmortemId',
        ` and (${unpublished} or ${isPublished(row)} or ${condition('reviewer', 'parent')} or ${editsParent})`,
      )(row),
    may: appendOnly,
  },
  Review: { read: withParent('Postmortem', 'postmortemId'), may: appendOnly },
  Reviewer: { read: withParent('Review', 'reviewId'), may: appendOnly },
  ReviewDecision: { read: withParent('Review', 'reviewId'), may: appendOnly },
  ReviewPoint: { read: withParent('Review', 'reviewId'), may: appendOnly },
  PointAnswer: { read: withParent('ReviewPoint', 'pointId'), may: appendOnly },
  RubricAnswer: { read: withParent('Review', 'reviewId'), may: ['insert', 'update'] },
  ReviewMeeting: { read: withParent('Postmortem', 'postmortemId'), may: ['insert', 'update'] },
  MeetingAttendee: { read: withParent('ReviewMeeting', 'meetingId'), may: ['insert', 'delete'] },
  SummaryRevision: { read: withParent('Postmortem', 'postmortemId'), may: appendOnly },
  SummaryApproval: { read: withParent('SummaryRevision', 'revisionId'), may: appendOnly },
  SummaryAnswer: { read: withParent('Postmortem', 'postmortemId'), may: ['insert', 'delete'] },
  Publication: { read: withParent('Postmortem', 'postmortemId'), may: appendOnly },
  Retraction: { read: withParent('Publication', 'publicationId'), may: appendOnly },
  Supersession: { read: withParent('Postmortem', 'postmortemId'), may: ['insert', 'delete'] },
  Import: { read: withParent('Postmortem', 'postmortemId'), may: ['insert', 'update'] },
  Grant: {
    read: (row) =>
      `(${row}."personId" = firebreak_person() or ${withParent('Postmortem', 'postmortemId')(row)} or ${withParent('Incident', 'incidentId')(row)})`,
    may: ['insert', 'delete'],
  },
  // Findings are for those who write it and those asked to review it, and so is what was done about them.
  HintDismissal: {
    read: (row) =>
      withParent('Postmortem', 'postmortemId', ` and (${condition('reviewer', 'parent')} or ${editsParent})`)(row),
    may: ['insert', 'delete'],
  },
  HintException: { read: ruled(policy.hint.read), may: ['insert', 'delete'] },
  ActionItem: {
    read: (row) =>
      `(case when ${row}."postmortemId" is null then ${condition(policy.actionItem.read, row)} else ${withParent('Postmortem', 'postmortemId')(row)} end)`,
    may: ['insert', 'update'],
  },
  Commitment: { read: withParent('ActionItem', 'actionItemId'), may: appendOnly },
  Progress: { read: withParent('ActionItem', 'actionItemId'), may: appendOnly },
  ItemEvidence: { read: withParent('ActionItem', 'actionItemId'), may: appendOnly },
  ItemLink: { read: withParent('ActionItem', 'actionItemId'), may: ['insert', 'delete'] },
  ItemIncident: { read: withBoth, may: ['insert', 'delete'] },
  Recurrence: { read: withBoth, may: appendOnly },
  ItemAtImpact: {
    read: (row) =>
      `(${withParent('Publication', 'publicationId')(row)} and ${withParent('ActionItem', 'actionItemId')(row)})`,
    may: appendOnly,
  },
  // For whoever made the change, and only for as long as the item is theirs to see.
  ItemBefore: {
    read: (row) => `(${row}."byId" = firebreak_person() and ${withParent('ActionItem', 'actionItemId')(row)})`,
    may: ['insert', 'delete'],
  },
  SavedView: { read: ruled(policy.view.read), may: everything },
  DefaultView: { read: (row) => `${row}."personId" = firebreak_person()`, may: everything },
  // Programs are open to the company; what they say of a record is seen by those who see the record.
  Program: { read: ruled(policy.program.read), may: ['insert', 'update'] },
  ProgramStep: { read: ruled(policy.program.read), may: appendOnly },
  ProgramTeam: { read: ruled(policy.program.read), may: everything },
  ProgramService: { read: ruled(policy.program.read), may: ['insert', 'delete'] },
  Milestone: { read: ruled(policy.program.read), may: ['insert', 'update'] },
  MilestonePlan: { read: ruled(policy.program.read), may: appendOnly },
  MilestoneStep: { read: ruled(policy.program.read), may: appendOnly },
  Kpi: { read: ruled(policy.program.read), may: ['insert', 'update'] },
  KpiPlan: { read: ruled(policy.program.read), may: appendOnly },
  KpiPoint: { read: ruled(policy.program.read), may: appendOnly },
  ProgramRisk: { read: ruled(policy.program.read), may: appendOnly },
  RiskAssessment: { read: ruled(policy.program.read), may: appendOnly },
  ProgramDecision: { read: ruled(policy.program.read), may: appendOnly },
  Watch: { read: ruled(policy.program.read), may: ['insert', 'update'] },
  ProgramLink: {
    read: (row) =>
      `(${condition(policy.program.read, row)} and (${row}."incidentId" is null or ${withParent('Incident', 'incidentId')(row)}) and (${row}."postmortemId" is null or ${withParent('Postmortem', 'postmortemId')(row)}))`,
    may: appendOnly,
  },
  Assignment: { read: withParent('ActionItem', 'actionItemId'), may: appendOnly },
  // A job writes it, as the owner.
  ProgramHealth: { read: ruled(policy.program.read), may: [] },
  HealthOverride: { read: ruled(policy.program.read), may: appendOnly },
  ProgramUpdate: { read: ruled(policy.program.read), may: appendOnly },
  ProgramReport: { read: ruled(policy.program.read), may: appendOnly },
  ProgramEffect: {
    read: (row) => `(${condition(policy.program.read, row)} and ${withParent('Incident', 'incidentId')(row)})`,
    may: appendOnly,
  },
  EffectAgreement: { read: withParent('ProgramEffect', 'effectId'), may: appendOnly },
  // Open to the company; a link to an incident or an item is seen by those who see that, too.
  Risk: { read: ruled(policy.risk.read), may: ['insert', 'update'] },
  RiskTreatment: { read: ruled(policy.risk.read), may: appendOnly },
  RiskTest: { read: ruled(policy.risk.read), may: appendOnly },
  RiskDependency: { read: ruled(policy.risk.read), may: ['insert', 'delete'] },
  RiskService: { read: ruled(policy.risk.read), may: ['insert', 'delete'] },
  RiskIncident: { read: (row) => linked(policy.risk.read, 'Incident', 'incidentId', row), may: ['insert', 'delete'] },
  Exercise: { read: ruled(policy.exercise.read), may: ['insert', 'update'] },
  ExerciseStep: { read: ruled(policy.exercise.read), may: appendOnly },
  ExerciseEntry: { read: ruled(policy.exercise.read), may: appendOnly },
  ExerciseResult: { read: ruled(policy.exercise.read), may: appendOnly },
  Finding: { read: ruled(policy.exercise.read), may: appendOnly },
  ExerciseService: { read: ruled(policy.exercise.read), may: ['insert', 'delete'] },
  ExerciseRisk: { read: ruled(policy.exercise.read), may: ['insert', 'delete'] },
  ExerciseIncident: {
    read: (row) => linked(policy.exercise.read, 'Incident', 'incidentId', row),
    may: ['insert', 'delete'],
  },
  Sweep: { read: ruled(policy.sweep.read), may: ['insert', 'update'] },
  SweepClosure: { read: ruled(policy.sweep.read), may: ['insert', 'delete'] },
  SweepTarget: { read: ruled(policy.sweep.read), may: appendOnly },
  ExposureAnswer: { read: ruled(policy.exposure.read), may: appendOnly },
  ItemSource: { read: (row) => linked(policy.risk.read, 'ActionItem', 'actionItemId', row), may: ['insert', 'delete'] },
  // Guides themselves are files; what is said of one goes with the record it names.
  Guide: { read: ruled(policy.guide.read), may: ['insert', 'update'] },
  GuideFlag: {
    read: (row) =>
      `(${condition(policy.guide.discuss, row)} and (${row}."incidentId" is null or ${withParent('Incident', 'incidentId')(row)}) and (${row}."postmortemId" is null or ${withParent('Postmortem', 'postmortemId')(row)}))`,
    may: appendOnly,
  },
  GuideAnswer: {
    read: (row) =>
      `(${condition(policy.guide.discuss, row)} and (${row}."flagId" is null or ${withParent('GuideFlag', 'flagId')(row)}))`,
    may: appendOnly,
  },
  GuideProposal: { read: ruled(policy.guide.discuss), may: appendOnly },
  ProposalClosing: { read: ruled(policy.guide.discuss), may: appendOnly },
  // Never changed, but locked while something is said of it, which asks for the right to.
  Checklist: { read: ruled(policy.checklist.read), may: ['insert', 'update'] },
  ChecklistItem: { read: ruled(policy.checklist.read), may: appendOnly },
  ChecklistMark: { read: ruled(policy.checklist.read), may: appendOnly },
  ChecklistEnd: { read: ruled(policy.checklist.read), may: appendOnly },
  ReviewRule: { read: ruled(policy.organization.read), may: everything },
  Holiday: { read: ruled(policy.organization.read), may: ['insert', 'delete'] },
  // It speaks of a record only for as long as that record is open to the person.
  Notification: { read: visibleNotification, may: ['insert', 'update'] },
  MailSettings: { read: (row) => `${row}."personId" = firebreak_person()`, may: ['insert', 'update'] },
  Watcher: { read: (row) => `${row}."personId" = firebreak_person()`, may: ['insert', 'delete'] },
  // Made and sent by the server alone.
  Digest: { read: () => 'false', may: [] },
  Event: { read: visibleEvent, may: appendOnly },
  Outbox: { read: () => 'false', may: appendOnly },
  SearchDocument: { read: findable, may: [] },
  SearchFacet: { read: findable, may: [] },
  IdempotencyKey: { read: (row) => `${row}."actorId" = firebreak_person()`, may: ['insert', 'update', 'delete'] },
}

/** What is open to the company, and what it is linked with. */
function linked(rule: Rule, parent: string, column: string, row: string): string {
  return `(${condition(rule, row)} and ${withParent(parent, column)(row)})`
}

function withBothIncidents(row: string): string {
  return `(${withParent('Incident', 'fromId')(row)} and ${withParent('Incident', 'toId')(row)})`
}

/** An item and an incident: one end alone would tell of the other. */
function withBoth(row: string): string {
  return `(${withParent('ActionItem', 'actionItemId')(row)} and ${withParent('Incident', 'incidentId')(row)})`
}

/** One's own, of records one may still see. What is about no record is about the person. */
function visibleNotification(row: string): string {
  const subject = (table: string) => `exists (select 1 from "${table}" s where s."id" = ${row}."subjectId")`
  return `(${row}."personId" = firebreak_person() and (case ${row}."subjectKind"
    when 'postmortem' then ${subject('Postmortem')}
    when 'incident' then ${subject('Incident')} and ${otherEnd(row)}
    when 'action_item' then ${subject('ActionItem')}
    when 'risk' then ${subject('Risk')}
    when 'exercise' then ${subject('Exercise')}
    when 'sweep' then ${subject('Sweep')}
    when 'program' then ${subject('Program')}
    when 'guide' then ${saidOfGuide(row)}
    else ${row}."subjectKind" = 'person' end))`
}

/** Events of a record are seen by those who see the record; events of accounts by that person and by those who audit. */
function visibleEvent(row: string): string {
  const subject = (table: string) => `exists (select 1 from "${table}" s where s."id" = ${row}."subjectId")`
  return `(case ${row}."subjectKind"
    when 'postmortem' then ${subject('Postmortem')} or ${brokenGlass(row)}
    when 'incident' then (${subject('Incident')} and ${otherEnd(row)}) or ${brokenGlass(row)}
    when 'action_item' then ${subject('ActionItem')}
    when 'risk' then ${subject('Risk')}
    when 'exercise' then ${subject('Exercise')}
    when 'sweep' then ${subject('Sweep')}
    when 'program' then ${subject('Program')} and ${toldRecord(row)}
    when 'guide' then ${saidOfGuide(row)}
    when 'checklist' then ${subject('Checklist')}
    when 'hint' then ${visibleHint(row)}
    when 'comment' then ${subject('Thread')}
    when 'team' then ${condition('employee', row)}
    when 'service' then ${condition('employee', row)}
    when 'template' then ${condition('employee', row)}
    else ${condition(policy.auditLog.read, row)} or ${row}."subjectId" = firebreak_person() or ${row}."actorId" = firebreak_person() end)`
}

/** That two incidents were linked, or that somebody proposes it, is told to those who see both. */
const otherEnd = (row: string) =>
  `(${row}."data"->>'otherId' is null or exists (select 1 from "Incident" o where o."id" = (${row}."data"->>'otherId')::uuid))`

/** What was said of a guide, to those who see the flag it is about, where it is about one. */
const saidOfGuide = (row: string) =>
  `(${condition(policy.guide.discuss, row)} and (${row}."data"->>'flagId' is null
      or exists (select 1 from "GuideFlag" f where f."id" = (${row}."data"->>'flagId')::uuid)))`

/** What a program says of an incident or a postmortem is told to those who see that one. */
const toldRecord = (row: string) =>
  `(${row}."data"->>'otherId' is null
      or exists (select 1 from "Incident" o where o."id" = (${row}."data"->>'otherId')::uuid)
      or exists (select 1 from "Postmortem" o where o."id" = (${row}."data"->>'otherId')::uuid))`

/** An auditor learns that the glass was broken, by whom and why, though not what is behind it. */
const brokenGlass = (row: string) =>
  `(${row}."data"->>'breakGlass' = 'true' and ${condition(policy.auditLog.read, row)})`

/** What was done about a hint is for those who see hints there; what was decided for everyone, for the company. */
const visibleHint = (row: string) =>
  `exists (select 1 from "Postmortem" parent where parent."id" = ${row}."subjectId" and (${condition('reviewer', 'parent')} or ${editsParent}))
      or (${row}."name" in ('hint.dismissed_for_everyone', 'hint.returned_to_everyone') and ${condition('employee', row)})`
