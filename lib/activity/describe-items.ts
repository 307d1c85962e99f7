import type { EventData } from '#lib/events.ts'
import { formatDate } from '#lib/time.ts'
import type { Sentence } from './describe.ts'

type Told =
  | 'joined'
  | 'change_undone'
  | 'decided'
  | 'advanced'
  | 'evidence_added'
  | 'took_over'
  | 'fell_to_team'
  | 'assigned'

/** What was decided about a promise and how far it came, as one story. */
export const itemSentences: {
  [N in `action_item.${Told}`]: (data: EventData[N]) => string | Sentence
} = {
  'action_item.decided': ({ to, reason, until }) => ({
    did: `${decisions[to] ?? `decided: ${to}`}${until ? ` until ${formatDate(until)}` : ''}`,
    quote: reason,
  }),
  'action_item.advanced': ({ to, note }) => ({ did: steps[to] ?? `moved it to ${to}`, quote: note }),
  'action_item.evidence_added': ({ note }) => ({ did: 'added evidence', quote: note }),
  'action_item.took_over': ({ incidents }) =>
    `merged another item into this one${incidents > 0 ? `, with ${incidents === 1 ? 'its incident' : `its ${incidents} incidents`}` : ''}`,
  'action_item.joined': () => 'said that it answers another incident too',
  'action_item.change_undone': ({ changed, dueOn }) =>
    `took back ${changed.includes('duplicates') ? 'that another item was merged into this one' : 'a change of many items'}${dueOn ? `: due ${formatDate(dueOn.from)} → ${formatDate(dueOn.to)}` : ''}`,
  'action_item.fell_to_team': () => 'gave it to its team, because its owner left',
  'action_item.assigned': ({ program, name, milestone, reason }) => ({
    did:
      program === null
        ? 'took it out of its program'
        : `put it into PRG-${program} ${name}${milestone ? `, milestone “${milestone}”` : ''}`,
    quote: reason,
  }),
}

const decisions: Record<string, string> = {
  proposed: 'put it up for decision again',
  accepted: 'accepted it',
  risk_accepted: 'had the risk accepted',
  declined: 'declined it',
  handed: 'handed it to a program',
  duplicate: 'marked it as a duplicate of another item',
}

const steps: Record<string, string> = {
  open: 'opened it again',
  in_progress: 'started it',
  blocked: 'said that it is blocked',
  in_verification: 'asked for verification',
  verified: 'verified it',
  regressed: 'said that it came back',
  dropped: 'dropped it',
}
