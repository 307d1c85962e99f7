import type { Snippet } from '#components/postmortems/editor/extension.ts'
import type { EditorText } from '#components/postmortems/writing-text.ts'

/** Lines that are drawn from the record (lib/markdown/embeds.ts), in the menu that `/` opens. */
export const embedSnippets = ({ snippet, live }: EditorText): readonly Snippet[] => [
  { name: snippet.embedTimeline, keywords: 'live picture times', detail: live, template: '{{timeline}}\n' },
  { name: snippet.embedFacts, keywords: 'live impact milestones', detail: live, template: '{{facts}}\n' },
  { name: snippet.embedItems, keywords: 'live promises todo', detail: live, template: '{{action-items}}\n' },
  { name: snippet.embedMechanism, keywords: 'live cause code', detail: live, template: '{{mechanism:#{cap.cache}}}\n' },
  { name: snippet.embedIncident, keywords: 'live other INC', detail: live, template: '{{incident:INC-#{number}}}\n' },
]
