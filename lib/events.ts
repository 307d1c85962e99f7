import type { Actor } from './actor.ts'

/**
 * Everything that can happen, with what is kept of it. One entry a sentence in history, feed and audit log:
 * adding one here makes lib/activity/describe.ts not compile until it has its sentence.
 * Stored events outlive the code, so fields are only ever added.
 */
export type EventData = {
  'organization.set_up': { name: string; sample: boolean }
  'organization.updated': { changed: string[] }
  'person.invited': { name: string; role: string }
  'person.updated': { changed: string[]; role?: string }
  'person.deactivated': { name: string }
  'person.reactivated': { name: string }
  'person.signed_in': { method: string }
  'person.sign_in_failed': { method: string }
  'person.signed_out': { sessions: number }
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
  'incident.timeline_changed': {
    added: number
    removed: number
    changed: number
    /** The one line that was removed, so that it can be put back. */
    entry?: { id: string; at: string; zone: string; kind: string; text: string; source: string; position: number }
  }
  'incident.access_granted': { personId: string; name: string; breakGlass: boolean; reason: string }
  'incident.access_revoked': { personId: string; name: string }
  'postmortem.drafted': { title: string; template: string }
  'postmortem.edited': { sections: string[]; title?: string }
  'postmortem.visibility_changed': { from: string; to: string }
  'postmortem.access_granted': { personId: string; name: string; breakGlass: boolean; reason: string }
  'postmortem.access_revoked': { personId: string; name: string }
  'postmortem.review_requested': { reviewers: string[]; revision: number }
  'postmortem.approved': { revision: number; note: string }
  'postmortem.changes_asked': { revision: number; note: string }
  'postmortem.published': { revision: number; note: string }
  'postmortem.amended': { revision: number; note: string }
  'postmortem.retracted': { reason: string }
  'action_item.proposed': { title: string; dueOn: string }
  'action_item.updated': { changed: string[]; dueOn?: { from: string; to: string } }
  'action_item.closed': { outcome: string; note: string }
  'action_item.reopened': { reason: string }
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
  | 'action_item'

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
