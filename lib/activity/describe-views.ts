import type { EventData, EventName } from '#lib/events.ts'
import type { Sentence } from './describe.ts'

type Told = Extract<EventName, `view.${string}` | `calendar_feed.${string}` | `${string}.recurrence_answered`>

/** Lists under a name, their calendars, and what was said when something seemed to come back. */
export const viewSentences: { [N in Told]: (data: EventData[N]) => string | Sentence } = {
  'view.saved': ({ name, visibility }) => `saved the view “${name}” ${sharing[visibility] ?? ''}`.trimEnd(),
  'view.updated': ({ name, visibility }) => `changed the view “${name}” ${sharing[visibility] ?? ''}`.trimEnd(),
  'view.removed': ({ name }) => `removed the view “${name}”`,
  'view.made_default': ({ name }) =>
    name === null ? 'begins with the list of what is open again' : `begins with the view “${name}” from now on`,
  'calendar_feed.created': ({ name }) => `made the calendar address “${name}”`,
  'calendar_feed.revoked': ({ name }) => `revoked the calendar address “${name}”`,
  'incident.recurrence_answered': ({ answer }) =>
    `compared it with an earlier action item: ${answers[answer] ?? answer}`,
  'action_item.recurrence_answered': ({ answer }) => `compared it with a later incident: ${answers[answer] ?? answer}`,
}

const sharing: Record<string, string> = { restricted: 'for themselves', team: 'for a team', company: 'for everybody' }

const answers: Record<string, string> = {
  same: 'the same, the fix did not hold',
  related: 'related, though the fix held',
  different: 'different',
}
