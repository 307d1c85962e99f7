import { type Completion, type CompletionSource, snippetCompletion } from '@codemirror/autocomplete'
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

/** Opens after a slash at the start of a word, so paths and fractions are left alone. */
export function slashMenu(offered: readonly Snippet[]): CompletionSource {
  const options: Completion[] = offered.map(({ name, keywords = '', detail, template }) =>
    blockCompletion(template, {
      label: `/${name} ${keywords}`,
      displayLabel: name,
      ...(detail && { detail }),
      type: 'text',
    }),
  )
  return (context) => {
    const typed = context.matchBefore(/(?:^|\s)\/[\p{L}-]*/u)
    if (!typed) return null
    return { from: typed.from + typed.text.indexOf('/'), options, validFor: /^\/[\p{L} -]*$/u }
  }
}

/** A block needs an empty line before it, or Markdown reads it as more of the paragraph. */
function blockCompletion(template: string, completion: Completion): Completion {
  const plain = snippetCompletion(template, completion)
  const spaced = snippetCompletion(`\n${template}`, completion)
  const isBlock = /^(\||- |1\. |> |```|#|---)/.test(template)
  return {
    ...completion,
    apply: (view, chosen, from, to) => {
      const line = view.state.doc.lineAt(from)
      const above = line.number > 1 ? view.state.doc.line(line.number - 1).text.trim() : ''
      const { apply } = isBlock && line.from === from && above !== '' && !continues(template, above) ? spaced : plain
      if (typeof apply === 'function') apply(view, chosen, from, to)
    },
  }
}

/** A further line of a list belongs right under the one before. */
const continues = (template: string, above: string) => /^(- |1\. )/.test(template) && /^([-*] |\d+\. )/.test(above)
