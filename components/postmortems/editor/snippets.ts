import type { EditorText } from '../writing-text.ts'
import type { Snippet } from './extension.ts'

/** What `/` offers. The words in them are examples to type over, and about systems. */
export const snippets = ({ snippet }: EditorText): readonly Snippet[] => [
  { name: snippet.table, keywords: 'grid columns', template: '| #{What} | #{Value} |\n| --- | --- |\n| #{} |  |\n' },
  { name: snippet.checklist, keywords: 'todo task', template: '- [ ] #{}\n- [ ] #{}\n' },
  { name: snippet.bullets, keywords: 'list', template: '- #{}\n- #{}\n' },
  { name: snippet.numbers, keywords: 'list ordered steps', template: '1. #{}\n2. #{}\n' },
  { name: snippet.quote, keywords: 'said log', template: '> #{}\n' },
  { name: snippet.code, keywords: 'config log output', template: '```#{text}\n#{}\n```\n' },
  { name: snippet.heading, keywords: 'title', template: '### #{}\n' },
  {
    name: snippet.impact,
    keywords: 'window share failing',
    template: '- **#{hh:mm}–#{hh:mm} UTC**: #{share} % of #{requests to the edge proxy} failed in #{Lisbon}.\n',
  },
  {
    name: snippet.timelineEntry,
    keywords: 'time line happened',
    template: '- **#{hh:mm} UTC** #{What was seen or done}\n',
  },
  {
    name: snippet.factor,
    keywords: 'why cause mechanism',
    template: '**#{What had to be true}.** #{How it acted}. Evidence: #{}\n',
  },
  { name: snippet.divider, keywords: 'line rule', template: '---\n' },
]
