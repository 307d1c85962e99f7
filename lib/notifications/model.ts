import { z } from 'zod'
import { formatDate, formatInstant, LocalDate, Zone } from '#lib/time.ts'

/**
 * A notification tells one person of one thing that waits for them or happened to what is theirs. It is kept as a kind
 * and a few plain facts, never as words of the record: title and link are read again whenever it is shown, so it says
 * nothing of a record that was closed to its reader meanwhile. Each has a key, and a person is told a key once.
 */
const revision = z.object({ revision: z.number() })
const program = z.object({ program: z.number(), name: z.string() })
const due = z.object({ dueOn: LocalDate, days: z.number() })

const weekCounts = z.object({
  published: z.number(),
  mechanisms: z.number(),
  verified: z.number(),
  regressed: z.number(),
  guides: z.number(),
})

export const kinds = {
  review_requested: revision,
  changes_asked: revision,
  review_commented: revision,
  approved: revision,
  ready_to_publish: revision,
  published: revision,
  amended: revision,
  retracted: z.object({}),
  superseded: z.object({}),
  point_answered: z.object({ outcome: z.string() }),
  meeting_planned: z.object({ startsAt: z.iso.datetime(), zone: Zone }),
  meeting_cancelled: z.object({ startsAt: z.iso.datetime(), zone: Zone }),
  summary_waits: revision,
  summary_approved: revision,
  /** Without a comment, in the text itself. */
  mentioned: z.object({ comment: z.string().optional() }),
  commented: z.object({ comment: z.string() }),
  suggestion_decided: z.object({ outcome: z.string(), thread: z.string() }),
  /** About an incident: seen by those who see the other one too. */
  relation_proposed: z.object({ otherId: z.string() }),
  /** About an action item: the program's lead answers. */
  item_handed: program,
  handover_answered: program.extend({ accepted: z.boolean() }),
  /** About a postmortem: it tells of a mechanism that a program watches. */
  program_concerned: program,
  /** About a program. */
  health_jumped: z.object({ on: LocalDate }),
  draft_due: due,
  publication_due: due,
  postmortem_needed: due,
  item_due: due,
  /** A late P0, to those who are awake while those it belongs to are not. */
  item_escalated: due,
  item_stale: z.object({ since: LocalDate }),
  item_undecided: z.object({ since: LocalDate }),
  item_lapsed: z.object({ since: LocalDate }),
  risk_ends: due,
  /** About oneself: a week is over, with how much of what it brought. */
  week_over: z.object({ monday: LocalDate }).extend(weekCounts.shape),
  /** Of what one watches; the event is read again under the reader's eyes when it is shown. */
  watched: z.object({ event: z.string() }),
  /** About a sweep: for how many of one's services it asks. */
  exposure_asked: z.object({ services: z.number() }),
  /** About an entry of the register, which is a risk again. */
  acceptance_ended: z.object({ until: LocalDate }),
  /** About a guide: seen by those who see the record that the flag names. */
  guide_contested: z.object({ flagId: z.string() }),
  guide_answered: z.object({ flagId: z.string(), verdict: z.string() }),
  guide_change_proposed: z.object({ proposal: z.number() }),
  guide_proposal_closed: z.object({ proposal: z.number(), outcome: z.string() }),
} as const
export type Kind = keyof typeof kinds
/** What is no use tomorrow: told to those who are awake now, so mailed now. */
export const urgentKinds: readonly Kind[] = ['item_escalated']
export type Facts<K extends Kind> = z.output<(typeof kinds)[K]>

const said: { [K in Kind]: (who: string, facts: Facts<K>) => string } = {
  review_requested: (who, { revision }) => `${who} asked you to review revision ${revision}.`,
  changes_asked: (who, { revision }) => `${who} asked for changes to revision ${revision}.`,
  review_commented: (who, { revision }) => `${who} left review notes on revision ${revision}.`,
  approved: (who, { revision }) => `${who} approved revision ${revision}.`,
  ready_to_publish: (who, { revision }) =>
    `${who} approved revision ${revision}; it has all its approvals and can be published.`,
  published: (who, { revision }) => `${who} published revision ${revision}.`,
  amended: (who, { revision }) => `${who} published an amendment as revision ${revision}.`,
  retracted: (who) => `${who} retracted it.`,
  superseded: (who) => `${who} said that another postmortem tells this story now.`,
  point_answered: (who, { outcome }) =>
    outcome === 'reopened' ? `${who} opened a point you answered again.` : `${who} answered a point you raised.`,
  meeting_planned: (who, { startsAt, zone }) =>
    `${who} planned a review meeting for ${formatInstant(new Date(startsAt), zone)}.`,
  meeting_cancelled: (who, { startsAt, zone }) =>
    `${who} cancelled the review meeting of ${formatInstant(new Date(startsAt), zone)}.`,
  summary_waits: (who, { revision }) =>
    `${who} wrote revision ${revision} of its customer summary, which waits for approval.`,
  summary_approved: (who, { revision }) => `${who} approved revision ${revision} of its customer summary.`,
  mentioned: (who, { comment }) => `${who} mentioned you in ${comment ? 'a comment' : 'the text'}.`,
  commented: (who) => `${who} commented on its text.`,
  suggestion_decided: (who, { outcome }) => `${who} ${outcome} the words you suggested.`,
  relation_proposed: (who) => `${who} proposed how it is related to another incident. Say whether that is so.`,
  item_handed: (who, { program, name }) => `${who} handed it to PRG-${program} ${name}. Take it in, or give it back.`,
  handover_answered: (who, { program, name, accepted }) =>
    accepted ? `${who} took it into PRG-${program} ${name}.` : `${who} gave it back from PRG-${program} ${name}.`,
  program_concerned: (_, { program, name }) =>
    `It tells of a mechanism that PRG-${program} ${name} watches. Take it in, or say why not.`,
  health_jumped: (_, { on }) =>
    `Its health went from red to green in the week of ${formatDate(on)}, without one at amber. What changed?`,
  draft_due: (_, facts) => `Its first draft ${whenDue(facts)}.`,
  publication_due: (_, facts) => `Its publication ${whenDue(facts)}.`,
  postmortem_needed: (_, facts) => `It needs a postmortem; a first draft ${whenDue(facts)}.`,
  item_due: (_, facts) =>
    facts.days >= REPLAN_DAYS
      ? `It ${whenDue(facts)}, more than a month ago. Plan it again, have its risk accepted, or say that it should not be done.`
      : `It ${whenDue(facts)}. ${facts.days < 0 ? 'Does anything stand in its way?' : 'What stands in its way?'}`,
  item_escalated: (_, facts) =>
    `It is a P0, it ${whenDue(facts)}, and those it belongs to are asleep. What can you do? What stands in its way?`,
  item_stale: (_, { since }) =>
    `It is in progress and was last heard of on ${formatDate(since)}. What stands in its way?`,
  item_undecided: (_, { since }) =>
    `It was proposed on ${formatDate(since)} and waits for a decision. If nobody decides within a week, it is declined.`,
  item_lapsed: (_, { since }) =>
    `It was proposed on ${formatDate(since)}, nobody decided, and it was declined. It can be accepted after all.`,
  risk_ends: (_, facts) =>
    `Its risk ${facts.days < 0 ? 'is' : 'was'} accepted until ${formatDate(facts.dueOn)}. Decide again.`,
  week_over: (_, { monday, ...counts }) => `The week of ${formatDate(monday)} brought ${broughtBy(counts)}.`,
  watched: (who) => `${who} changed it.`,
  exposure_asked: (who, { services }) =>
    `${who} asks whether ${services === 1 ? 'one of your services is' : `${services} of your services are`} exposed.`,
  acceptance_ended: (_, { until }) =>
    `Its risk was accepted until ${formatDate(until)}. It is back, and waits for a decision.`,
  guide_contested: (who) => `${who} said what contradicts it. Is it still right, or to be changed?`,
  guide_answered: (who, { verdict }) =>
    verdict === 'stands'
      ? `${who} answered your flag: it is still right.`
      : `${who} answered your flag: it is to be changed.`,
  guide_change_proposed: (who) => `${who} proposed a change to its text.`,
  guide_proposal_closed: (who, { outcome }) =>
    outcome === 'merged'
      ? `${who} closed the change you proposed: it is merged.`
      : `${who} declined the change you proposed.`,
}

/** From here on a new date alone is no answer any more. */
const REPLAN_DAYS = 30

/** What can be answered at once, from a mail as well: each leads to a page that asks for the words. */
export function answersTo(kind: string, href: string): { label: string; href: string }[] {
  if (kind !== 'item_due' && kind !== 'item_stale' && kind !== 'item_escalated') return []
  return [
    { label: 'Something blocks it', href: `${href}/answer?with=blocked` },
    { label: 'It needs a new date', href: `${href}/answer?with=later` },
    { label: 'It should not be done', href: `${href}/answer?with=not` },
  ]
}

/** The sentence for a stored one, or null for one that another version wrote. */
export function sentenceOf(kind: string, who: string, data: unknown): string | null {
  if (!Object.hasOwn(kinds, kind)) return null
  const facts = kinds[kind as Kind].safeParse(data)
  return facts.success ? (said[kind as Kind] as (who: string, facts: unknown) => string)(who, facts.data) : null
}

/** What there was none of is not said. */
function broughtBy({ published, mechanisms, verified, regressed, guides }: z.output<typeof weekCounts>): string {
  const some = (count: number, one: string, more: string) =>
    count === 0 ? [] : [count === 1 ? one : `${count} ${more}`]
  const parts = [
    ...some(published, 'one published postmortem', 'published postmortems'),
    ...some(mechanisms, 'one mechanism that came again', 'mechanisms that came again'),
    ...some(verified, 'one fix that proved itself', 'fixes that proved themselves'),
    ...some(regressed, 'one fix that did not hold', 'fixes that did not hold'),
    ...some(guides, 'one guide to read again', 'guides to read again'),
  ]
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
}

/** `days` counts from the day it was due; it is kept, because a notification says how things stood when it was sent. */
function whenDue({ dueOn, days }: { dueOn: string; days: number }): string {
  if (days < 0) return `is due on ${formatDate(dueOn)}`
  if (days === 0) return `is due today, ${formatDate(dueOn)}`
  return `was due on ${formatDate(dueOn)}`
}

/** What it is about where that is no record: the week that is over. */
export function ownSubject(kind: string, data: unknown): { href: string; label: string } | null {
  const facts = kind === 'week_over' ? kinds.week_over.safeParse(data) : null
  return facts?.success ? { href: `/week?of=${facts.data.monday}`, label: 'Your week' } : null
}

/** Where on its subject's pages it is about: a comment has an address of its own. */
export function partOf(kind: string, data: unknown): string {
  if (kind === 'guide_contested' || kind === 'guide_answered') return '/answers'
  if (kind === 'guide_change_proposed' || kind === 'guide_proposal_closed') {
    const facts = kinds[kind].safeParse(data)
    return facts.success ? `/proposals/${facts.data.proposal}` : ''
  }
  if (kind !== 'mentioned' && kind !== 'commented' && kind !== 'suggestion_decided') return ''
  const facts = kinds[kind].safeParse(data)
  if (!facts.success) return ''
  if ('thread' in facts.data) return `/comments#t-${facts.data.thread}`
  return facts.data.comment ? `/comments#c-${facts.data.comment}` : ''
}
