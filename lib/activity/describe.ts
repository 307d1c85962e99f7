import type { EventData, EventName, Happening } from '#lib/events.ts'
import { formatDate } from '#lib/time.ts'
import { commentSentences } from './describe-comments.ts'
import { exerciseSentences } from './describe-exercises.ts'
import { guideSentences } from './describe-guides.ts'
import { itemSentences } from './describe-items.ts'
import { programSentences } from './describe-programs.ts'
import { reviewSentences } from './describe-reviews.ts'
import { viewSentences } from './describe-views.ts'

/**
 * What happened as words, to follow the name of whoever did it: "Max" + "published revision 3". History, feed, mail and
 * webhooks say the same. `quote` is what a person wrote about it, shown as theirs and not as ours.
 */
export type Sentence = { did: string; quote: string }

/** Plain words rather than message keys: mail and webhooks have no reader whose language is known. */
const sentences: { [N in EventName]: (data: EventData[N]) => string | Sentence } = {
  'organization.set_up': ({ name, sample }) => `set up ${name}${sample ? ' as a sample company' : ''}`,
  'organization.updated': ({ changed }) => `changed ${fields(changed)} of the organization`,
  'person.invited': ({ name, role }) => `added ${name} as ${noun(role)}`,
  'person.updated': ({ changed, role }) =>
    role ? `changed ${fields(changed)}; the role is now ${words(role)}` : `changed ${fields(changed)}`,
  'person.deactivated': ({ name }) => `deactivated the account of ${name}`,
  'person.reactivated': ({ name }) => `reactivated the account of ${name}`,
  'person.signed_in': ({ method }) => `signed in with ${words(method)}`,
  'person.sign_in_failed': ({ method }) => `could not sign in with ${words(method)}`,
  'person.signed_out': ({ sessions }) => (sessions === 1 ? 'signed out' : `signed out of ${sessions} sessions`),
  'person.mail_set': ({ pace }) => (pace === 'never' ? 'turned mail off' : `asked for mail once a ${words(pace)}`),
  'person.watched': ({ kind, number }) => `began to watch ${words(kind)} ${number}`,
  'person.unwatched': ({ kind, number }) => `stopped watching ${words(kind)} ${number}`,
  'person.password_changed': () => 'changed the password',
  'person.password_link_made': () => 'made a one-time link to choose a password',
  'person.identity_linked': ({ provider }) => `linked a sign-in through ${words(provider)}`,
  'team.created': ({ name }) => `created the team ${name}`,
  'team.updated': ({ changed }) => `changed ${fields(changed)} of the team`,
  'team.member_set': ({ name, role }) =>
    role === null ? `took ${name} out of the team` : `made ${name} ${noun(role)} of the team`,
  'service.created': ({ name }) => `added the service ${name}`,
  'service.updated': ({ changed }) => `changed ${fields(changed)} of the service`,
  'api_token.created': ({ name, scopes, restricted }) =>
    `made the token “${name}” for ${list(scopes)}${restricted ? ', restricted records included' : ''}`,
  'api_token.revoked': ({ name }) => `revoked the token “${name}”`,
  'incident.recorded': ({ severity }) => `recorded the incident as ${words(severity)}`,
  'incident.updated': ({ changed }) =>
    changed.length > 0 ? `changed ${fields(changed)} of the incident` : 'saved the incident without changes',
  'incident.severity_changed': ({ from, to, reason, corrected }) =>
    quoting(
      corrected
        ? `corrected the log of the severity, which ends as ${words(to)}`
        : `changed the severity from ${words(from)} to ${words(to)}`,
      reason,
    ),
  'incident.related': ({ note, ...link }) => quoting(`linked it with INC-${link.number}: ${linkWords(link)}`, note),
  'incident.relation_proposed': ({ note, ...link }) =>
    quoting(`proposed to link it with INC-${link.number}: ${linkWords(link)}`, note),
  'incident.relation_confirmed': ({ note, ...link }) =>
    quoting(`confirmed the link with INC-${link.number}: ${linkWords(link)}`, note),
  'incident.relation_declined': ({ number, note }) => quoting(`said that it is not related to INC-${number}`, note),
  'incident.unrelated': ({ number, relation }) => `took away the link with INC-${number} (${words(relation)})`,
  'incident.timeline_changed': timelineChanged,
  'incident.evidence_gathered': ({ gathered, told }) =>
    `gathered ${gathered === 1 ? 'one line' : `${gathered} lines`} of evidence${told > 0 ? ` and told ${told} of them in the timeline` : ''}`,
  'incident.evidence_discarded': ({ discarded }) =>
    `took ${discarded === 1 ? 'one gathered line' : `${discarded} gathered lines`} out again`,
  'incident.access_granted': accessGranted,
  'incident.access_revoked': ({ name }) => `took back the access of ${name}`,
  'postmortem.drafted': ({ template }) => `began the postmortem from the template “${words(template)}”`,
  'postmortem.edited': ({ sections, title }) =>
    list([
      // A working title is for those who edit; readers of a published one see this sentence too.
      ...(title === undefined ? [] : ['renamed it']),
      ...(sections.length > 0 ? [`edited ${list(sections.map(words))}`] : []),
    ]) || 'saved without changes',
  'postmortem.image_added': () => 'added a picture',
  'postmortem.visibility_changed': ({ from, to }) => `changed who may read it: ${readers(from)} → ${readers(to)}`,
  'postmortem.access_granted': accessGranted,
  'postmortem.access_revoked': ({ name }) => `took back the access of ${name}`,
  'postmortem.review_requested': ({ reviewers, revision }) =>
    `asked ${reviewers.length === 1 ? 'one person' : `${reviewers.length} people`} to review revision ${revision}`,
  'postmortem.approved': ({ revision, note }) => quoting(`approved revision ${revision}`, note),
  'postmortem.changes_asked': ({ revision, note }) => quoting(`asked for changes to revision ${revision}`, note),
  'postmortem.published': ({ revision, note }) => quoting(`published revision ${revision}`, note),
  'postmortem.amended': ({ revision, note }) => quoting(`published an amendment as revision ${revision}`, note),
  'postmortem.retracted': ({ reason }) => quoting('retracted the postmortem', reason),
  ...reviewSentences,
  ...exerciseSentences,
  'postmortem.imported': ({ file, again }) => `imported it${again ? ' again' : ''} from ${file}`,
  'organization.exported': ({ postmortems, restricted }) =>
    `exported ${postmortems === 1 ? 'one postmortem' : `${postmortems} postmortems`} as files${restricted > 0 ? `, ${restricted} of them restricted` : ''}`,
  'postmortem.template_changed': ({ from, to, added, kept }) =>
    `moved it from the template “${from}” to “${to}”${added.length > 0 ? `, adding ${list(added)}` : ''}${kept.length > 0 ? `, keeping ${list(kept)} at the end` : ''}`,
  'template.created': ({ name, from }) => `wrote the template “${name}”, begun as a copy of “${from}”`,
  'template.saved': ({ name, version, note }) => quoting(`saved version ${version} of the template “${name}”`, note),
  'template.returned_to_shipped': ({ name, note }) =>
    quoting(`returned the template “${name}” to the shipped one`, note),
  'template.deactivated': ({ name, reason }) => quoting(`stopped offering the template “${name}”`, reason),
  'template.reactivated': ({ name }) => `offered the template “${name}” again`,
  'hint.dismissed': ({ rule, section, postmortem }) =>
    `dismissed the hint “${words(rule)}” in ${words(section)} of PM-${postmortem}`,
  'hint.brought_back': ({ rule, section, postmortem }) =>
    `brought back the hint “${words(rule)}” in ${words(section)} of PM-${postmortem}`,
  'hint.dismissed_for_everyone': ({ rule, phrase, reason }) =>
    quoting(`dismissed the hint “${words(rule)}”${phrase ? ` about “${phrase}”` : ''} for everyone`, reason),
  'hint.returned_to_everyone': ({ rule, phrase }) =>
    `brought back the hint “${words(rule)}”${phrase ? ` about “${phrase}”` : ''} for everyone`,
  ...commentSentences,
  'action_item.proposed': ({ dueOn }) => `added the action item, due on ${formatDate(dueOn)}`,
  'action_item.updated': ({ changed, dueOn, reason }) =>
    quoting(
      dueOn
        ? `changed ${fields(changed)}: due ${formatDate(dueOn.from)} → ${formatDate(dueOn.to)}`
        : `changed ${fields(changed)}`,
      reason ?? '',
    ),
  'action_item.closed': ({ outcome, note }) => quoting(`closed it as ${words(outcome)}`, note),
  'action_item.reopened': ({ reason }) => quoting('opened it again', reason),
  ...itemSentences,
  ...viewSentences,
  ...programSentences,
  ...guideSentences,
}

/** Adding an event to EventData without its sentence above does not compile. */
export function describeEvent(event: Pick<Happening, 'name' | 'data'>): Sentence {
  const sentence = sentences[event.name] as (data: Happening['data']) => string | Sentence
  const said = sentence(event.data)
  return typeof said === 'string' ? quoting(said, '') : said
}

export const isEventName = (name: string): name is EventName => Object.hasOwn(sentences, name)

const quoting = (did: string, quote: string): Sentence => ({ did, quote })

/** The side that is told keeps the words the other way round. */
const linkWords = ({ number, relation, side }: { number: number; relation: string; side: 'from' | 'to' }) =>
  side === 'from' ? words(relation) : `INC-${number} ${words(relation)} this`

function accessGranted({ name, breakGlass, reason }: EventData['incident.access_granted']): Sentence {
  return breakGlass
    ? quoting('opened this restricted record without being on its list', reason)
    : quoting(`gave ${name} access`, reason)
}

function timelineChanged(data: EventData['incident.timeline_changed']): string | Sentence {
  const { added, removed, changed, corrected, milestone } = data
  if (corrected) return quoting('corrected a time in the timeline', corrected.why)
  if (milestone) return `moved the milestone “${fields([milestone]).replace(/^the /, '')}” in the timeline`
  const entries = (count: number) => (count === 1 ? 'one entry' : `${count} entries`)
  const parts = [
    added > 0 && `added ${entries(added)}`,
    removed > 0 && `removed ${entries(removed)}`,
    changed > 0 && `changed ${entries(changed)}`,
  ].filter((part) => part !== false)
  return parts.length > 0
    ? `${list(parts)} ${added > 0 && parts.length === 1 ? 'to' : 'in'} the timeline`
    : 'saved the timeline'
}

const fieldNames: Record<string, string> = {
  dueOn: 'the due date',
  doneWhen: 'the exit criterion',
  externalId: 'the external id',
  impactWindows: 'the impact windows',
  zone: 'the time zone',
  windows: 'the impact windows',
  numbers: 'the impact numbers',
  impactStartBasis: 'how the start is known',
  factors: 'the contributing factors',
  roles: 'the roles in the response',
  detection: 'how it was detected',
  journeys: 'the customer journeys',
  teamId: 'the team',
  restrictedReason: 'the reason for restriction',
}

const fields = (changed: string[]): string =>
  changed.length === 0 ? 'nothing' : list(changed.map((field) => fieldNames[field] ?? `the ${words(field)}`))

const spoken: Record<string, string> = {
  sev1: 'SEV1',
  sev2: 'SEV2',
  sev3: 'SEV3',
  sev4: 'SEV4',
  near_miss: 'a near miss',
}

const words = (name: string): string => spoken[name] ?? name.replaceAll(/[_-]/g, ' ')
const noun = (role: string): string => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${words(role)}`
const readers = (visibility: string): string => (visibility === 'restricted' ? 'named people' : `the ${visibility}`)

function list(parts: string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
}
