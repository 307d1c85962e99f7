import type { EventData } from '#lib/events.ts'
import { formatDate } from '#lib/time.ts'
import type { Sentence } from './describe.ts'

type Told = Extract<keyof EventData, `guide.${string}` | `checklist.${string}`>

/** What people say of guides, and the checklists of services. */
export const guideSentences: { [N in Told]: (data: EventData[N]) => string | Sentence } = {
  'guide.flagged': ({ text }) => ({ did: 'said what contradicts the guide', quote: text }),
  'guide.answered': ({ verdict, reason, until }) => ({
    did: `${verdict === 'stands' ? 'said that the guide is still right' : 'said that the guide is to be changed'}${until ? `, and is read again by ${formatDate(until)}` : ''}`,
    quote: reason,
  }),
  'guide.change_proposed': ({ proposal, summary }) => ({
    did: `proposed change ${proposal} to the guide`,
    quote: summary,
  }),
  'guide.proposal_closed': ({ proposal, outcome, reason }) => ({
    did: outcome === 'merged' ? `closed proposed change ${proposal} as merged` : `declined proposed change ${proposal}`,
    quote: reason,
  }),
  'checklist.started': ({ service, items }) =>
    `started the checklist for ${service} with ${items === 1 ? 'one item' : `${items} items`}`,
  'checklist.marked': ({ item, mark, note }) => ({
    did: `${marked[mark] ?? `marked as ${mark}`}: “${item}”`,
    quote: note,
  }),
  'checklist.finished': ({ note }) => ({ did: 'finished the checklist', quote: note }),
  'checklist.abandoned': ({ reason }) => ({ did: 'abandoned the checklist', quote: reason }),
}

const marked: Record<string, string> = {
  done: 'ticked off',
  not_applicable: 'said that it does not apply',
  open: 'opened again',
}
