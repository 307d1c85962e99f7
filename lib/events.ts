import type { Actor } from './actor.ts'

/**
 * Everything that can happen, with what is kept of it. One entry a sentence in history, feed and audit log:
 * adding one here makes lib/activity/describe.ts not compile until it has its sentence.
 * Stored events outlive the code, so fields are only ever added.
 */
export type EventData = {
  'organization.set_up': { name: string; sample: boolean }
  'organization.updated': { changed: string[] }
  'organization.review_rule_set': {
    severity: string
    team: string | null
    approvals: number
    draftDays: number
    publishDays: number
  }
  'organization.review_rule_reset': { severity: string; team: string | null }
  'organization.holiday_added': { on: string; name: string; team: string | null }
  'organization.holiday_removed': { on: string; name: string; team: string | null }
  'person.invited': { name: string; role: string }
  'person.updated': { changed: string[]; role?: string }
  'person.deactivated': { name: string }
  'person.reactivated': { name: string }
  'person.signed_in': { method: string }
  'person.sign_in_failed': { method: string }
  'person.signed_out': { sessions: number }
  'person.inbox_marked': { read: boolean; count: number }
  'person.mail_set': { pace: string }
  'person.watched': { kind: string; number: number }
  'person.unwatched': { kind: string; number: number }
  'person.password_changed': Record<never, never>
  /** Somebody was handed a one-time link to choose a password. */
  'person.password_link_made': Record<never, never>
  /** A first sign-in through an identity provider. */
  'person.identity_linked': { provider: string }
  'team.created': { name: string }
  'team.updated': { changed: string[] }
  'team.member_set': { personId: string; name: string; role: string | null }
  'service.created': { name: string; teamId: string }
  'service.updated': { changed: string[] }
  'api_token.created': { name: string; scopes: string[]; restricted: boolean }
  'api_token.revoked': { name: string }
  'incident.recorded': { title: string; severity: string }
  'incident.updated': { changed: string[] }
  /** `at` is when it was called that; null is the declaration. */
  'incident.severity_changed': { from: string; to: string; at: string | null; reason: string; corrected: boolean }
  /** Seen only by those who see the other incident too. `side` tells which way round it was said. */
  'incident.related': { otherId: string; number: number; relation: string; side: 'from' | 'to'; note: string }
  'incident.unrelated': { otherId: string; number: number; relation: string; side: 'from' | 'to' }
  /** These three, likewise. */
  'incident.relation_proposed': { otherId: string; number: number; relation: string; side: 'from' | 'to'; note: string }
  'incident.relation_confirmed': {
    otherId: string
    number: number
    relation: string
    side: 'from' | 'to'
    note: string
  }
  'incident.relation_declined': { otherId: string; number: number; note: string }
  'incident.timeline_changed': {
    added: number
    removed: number
    changed: number
    /** The one line that was removed, so that it can be put back. */
    entry?: RemovedTimelineEntry
    /** A time that was put right. */
    corrected?: { from: string; to: string; why: string }
    /** The milestone that an entry now stands for, or no longer does. */
    milestone?: string
  }
  'incident.evidence_gathered': { format: string; gathered: number; unread: number; told: number }
  'incident.evidence_discarded': { discarded: number }
  'incident.access_granted': { personId: string; name: string; breakGlass: boolean; reason: string }
  'incident.access_revoked': { personId: string; name: string }
  'incident.postmortem_waived': { reason: string }
  'incident.waiver_withdrawn': { reason: string }
  'postmortem.drafted': { title: string; template: string }
  'postmortem.edited': { sections: string[]; title?: string }
  'postmortem.image_added': { image: string; sizeBytes: number }
  'postmortem.visibility_changed': { from: string; to: string }
  'postmortem.access_granted': { personId: string; name: string; breakGlass: boolean; reason: string }
  'postmortem.access_revoked': { personId: string; name: string }
  'postmortem.review_requested': { reviewers: string[]; revision: number }
  'postmortem.approved': { revision: number; note: string }
  'postmortem.changes_asked': { revision: number; note: string }
  'postmortem.published': { revision: number; note: string }
  'postmortem.amended': { revision: number; note: string }
  'postmortem.retracted': { reason: string }
  /** Which one tells the story now is not kept here: it may be closed to those who read this. */
  'postmortem.superseded': { reason: string }
  'postmortem.supersession_withdrawn': { reason: string }
  'postmortem.revision_restored': { revision: number }
  /** A reviewer said something without deciding yet. */
  'postmortem.review_commented': { revision: number; points: number; answers: number }
  'postmortem.point_answered': { outcome: string; text: string }
  'postmortem.meeting_scheduled': { startsAt: string; zone: string }
  'postmortem.meeting_changed': { changed: string[] }
  'postmortem.meeting_held': { outcome: string }
  'postmortem.meeting_cancelled': { reason: string }
  'postmortem.summary_written': { revision: number }
  'postmortem.summary_finding_answered': { reason: string }
  'postmortem.summary_approved': { revision: number; note: string }
  /** From a file, new or once more. */
  'postmortem.imported': { title: string; file: string; again: boolean; published: boolean }
  /** Everything the person may see left as files. */
  'organization.exported': { postmortems: number; restricted: number }
  'postmortem.template_changed': { from: string; to: string; added: string[]; kept: string[] }
  'template.created': { name: string; key: string; from: string }
  'template.saved': { name: string; key: string; version: number; note: string }
  'template.returned_to_shipped': { name: string; key: string; version: number; note: string }
  'template.deactivated': { name: string; key: string; reason: string }
  'template.reactivated': { name: string; key: string }
  /** The words themselves stay in the text: a log that outlives it must not keep them. */
  'hint.dismissed': { rule: string; section: string; postmortem: number }
  'hint.brought_back': { rule: string; section: string; postmortem: number }
  'hint.dismissed_for_everyone': { rule: string; phrase: string; reason: string }
  'hint.returned_to_everyone': { rule: string; phrase: string }
  /** About a thread; what was said stays in the thread, where it can be taken back. */
  'comment.started': { postmortem: number; section: string; suggestion: boolean }
  'comment.replied': { postmortem: number; section: string }
  'comment.reworded': { postmortem: number; section: string }
  'comment.taken_back': { postmortem: number; section: string }
  'comment.resolved': { postmortem: number; section: string }
  'comment.reopened': { postmortem: number; section: string }
  'comment.suggestion_accepted': { postmortem: number; section: string }
  'comment.suggestion_declined': { postmortem: number; section: string }
  'action_item.proposed': { title: string; dueOn: string }
  'action_item.updated': { changed: string[]; dueOn?: { from: string; to: string }; reason?: string }
  'action_item.closed': { outcome: string; note: string }
  'action_item.reopened': { reason: string }
  /** Which item it is a duplicate of is not kept here: that one may be closed to those who read this. */
  'action_item.decided': { from: string; to: string; reason: string; until?: string }
  'action_item.advanced': { from: string; to: string; note: string }
  'action_item.evidence_added': { kind: string; note: string }
  'action_item.took_over': { incidents: number }
  'risk.recorded': { component: string; score: number }
  'risk.updated': { changed: string[] }
  'risk.treated': { kind: string; reason: string; until?: string }
  'risk.tested': { testedOn: string; passed: boolean; note: string }
  'risk.fell_to_team': Record<never, never>
  'exercise.planned': { title: string; kind: string; plannedOn: string }
  'exercise.updated': { changed: string[] }
  'exercise.started': Record<never, never>
  'exercise.logged': { lines: number }
  'exercise.finished': { outcome: string; note: string }
  'exercise.called_off': { reason: string }
  'exercise.found': { text: string; severity: string }
  'exercise.journal_imported': { outcome: string; steps: number }
  'sweep.opened': { mechanism: string; services: number }
  'sweep.answered': { service: string; answer: string; note: string }
  'sweep.closed': { note: string }
  'sweep.reopened': Record<never, never>
  /** Its owner left. The database writes this one, with the change. */
  'action_item.fell_to_team': Record<never, never>
  /** It answers another incident too, which is not named: it may be closed to those who read this. */
  'action_item.joined': Record<never, never>
  /** One of many that changed at once, and is as it was before. */
  'action_item.change_undone': { changed: string[]; dueOn?: { from: string; to: string } }
  /** Neither names the other, nor why: they may be closed to those who read this. */
  'action_item.recurrence_answered': { answer: string }
  'incident.recurrence_answered': { answer: string }
  /** Seen only by those who see the record that the flag names. */
  'guide.flagged': { flagId: string; text: string }
  'guide.answered': { flagId: string | null; verdict: string; reason: string; until: string | null }
  'guide.change_proposed': { proposal: number; summary: string }
  'guide.proposal_closed': { proposal: number; outcome: string; reason: string }
  'checklist.started': { service: string; items: number }
  'checklist.marked': { item: string; mark: string; note: string }
  'checklist.finished': { note: string }
  'checklist.abandoned': { reason: string }
  'view.saved': { name: string; visibility: string }
  'view.updated': { name: string; visibility: string }
  'view.removed': { name: string }
  'view.made_default': { name: string | null }
  'calendar_feed.created': { name: string }
  'calendar_feed.revoked': { name: string }
  /** To a program, or with null out of one. */
  'action_item.assigned': { program: number | null; name: string; milestone: string; reason: string }
  'program.proposed': { name: string; kind: string }
  'program.updated': { changed: string[] }
  'program.moved': { from: string; to: string; reason: string }
  'program.milestone_added': { title: string; dueOn: string }
  'program.milestone_changed': { title: string; dueOn?: { from: string; to: string }; dropped: boolean; reason: string }
  'program.milestone_advanced': { title: string; percent: number; note: string }
  'program.kpi_added': { kpi: string }
  'program.kpi_planned': { kpi: string; ended: boolean; reason: string }
  'program.kpi_measured': { kpi: string; on: string; value: number; unit: string; corrected: boolean; note: string }
  'program.risk_assessed': { title: string; likelihood: string; effect: string; state: string; note: string }
  'program.decided': { text: string; reason: string }
  'program.watch_added': { mechanism: string }
  'program.watch_ended': { mechanism: string }
  /** Seen only by those who see the record too, whose id is `otherId`. */
  'program.record_linked': { otherId?: string; what: string; answer: string; reason: string }
  'program.health_stated': { colour: string | null; until: string | null; reason: string }
  'program.update_written': { team: string; weekOf: string }
  'program.report_written': { kind: string; from: string; until: string }
  'program.effect_judged': { otherId: string; number: number; effect: string; why: string }
  'program.effect_agreed': { otherId: string; number: number; agrees: boolean; note: string }
}

type RemovedTimelineEntry = {
  id: string
  at: string
  zone: string
  kind: string
  text: string
  source: string
  position: number
  precision?: string
  spreadMinutes?: number | null
  latestAt?: string | null
  knownAt?: string | null
  role?: string
  link?: string
  evidenceId?: string | null
  originalAt?: string | null
  correction?: string
}

export type EventName = keyof EventData

export type SubjectKind =
  | 'organization'
  | 'person'
  | 'team'
  | 'service'
  | 'api_token'
  | 'incident'
  | 'postmortem'
  | 'template'
  | 'hint'
  | 'comment'
  | 'action_item'
  | 'risk'
  | 'exercise'
  | 'sweep'
  | 'view'
  | 'calendar_feed'
  | 'program'
  | 'guide'
  | 'checklist'

/** Something that happened, not yet written: the runner adds who, when and in which request. */
export type Happening = {
  [N in EventName]: { name: N; subjectKind: SubjectKind; subjectId: string; data: EventData[N] }
}[EventName]

export function happened<N extends EventName>(name: N, subjectId: string, data: EventData[N]): Happening {
  return { name, subjectKind: name.slice(0, name.indexOf('.')) as SubjectKind, subjectId, data } as Happening
}

/** How the audit log names an actor. */
export function actorColumns(actor: Actor): {
  actorKind: 'person' | 'token' | 'system' | 'anonymous'
  actorId: string | null
} {
  if (actor.kind !== 'person') return { actorKind: actor.kind, actorId: null }
  return { actorKind: actor.via.kind === 'token' ? 'token' : 'person', actorId: actor.personId }
}
