import type { EventData } from '#lib/events.ts'

type Told =
  | `comment.${'started' | 'replied' | 'reworded' | 'taken_back' | 'resolved' | 'reopened'}`
  | `comment.suggestion_${'accepted' | 'declined'}`

/** What colleagues say about a text, in words; never what they said. */
export const commentSentences: { [N in Told]: (data: EventData[N]) => string } = {
  'comment.started': ({ suggestion, ...about }) =>
    suggestion ? `suggested other words in ${place(about)}` : `commented on ${place(about)}`,
  'comment.replied': (about) => `replied to a comment on ${place(about)}`,
  'comment.reworded': (about) => `reworded a comment on ${place(about)}`,
  'comment.taken_back': (about) => `took back a comment on ${place(about)}`,
  'comment.resolved': (about) => `resolved a comment on ${place(about)}`,
  'comment.reopened': (about) => `reopened a comment on ${place(about)}`,
  'comment.suggestion_accepted': (about) => `accepted suggested words in ${place(about)}`,
  'comment.suggestion_declined': (about) => `declined suggested words in ${place(about)}`,
}

const place = ({ section, postmortem }: EventData['comment.replied']) =>
  `${section.replaceAll('_', ' ')} of PM-${postmortem}`
