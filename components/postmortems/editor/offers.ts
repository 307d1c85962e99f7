import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionSource,
  completionKeymap,
  snippetCompletion,
  startCompletion,
} from '@codemirror/autocomplete'
import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { EditorExtension, SectionPlace, Snippet } from './extension.ts'

export { startCompletion as offerNow }

/** What is offered while typing, in one popup: snippets after a slash, people after an @. */
export function offers(place: SectionPlace, extensions: readonly EditorExtension[]): Extension {
  const snippets = extensions.flatMap(({ snippets }) => snippets?.(place.text) ?? [])
  const sources = [slashMenu(snippets), ...extensions.flatMap(({ complete }) => (complete ? [complete(place)] : []))]
  return [
    autocompletion({ override: sources, icons: false, maxRenderedOptions: 30, interactionDelay: 0 }),
    Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
    keymap.of(completionKeymap),
  ]
}

/** Opens after a slash at the start of a word, so paths and fractions are left alone. */
function slashMenu(offered: readonly Snippet[]): CompletionSource {
  const options: Completion[] = offered.map(({ name, keywords = '', detail, template }) =>
    blockCompletion(template, {
      label: `/${name} ${keywords}`,
      displayLabel: name,
      ...(detail && { detail }),
      type: 'text',
    }),
  )
  return (context) => {
    // Two words, because somebody fast has typed both of `/action items` before anything is asked.
    const typed = context.matchBefore(/(?:^|\s)\/(?:[\p{L}-]+ )?[\p{L}-]*/u)
    if (!typed) return null
    return { from: typed.from + typed.text.indexOf('/'), options, validFor: /^\/[\p{L} -]*$/u }
  }
}

/** A block needs an empty line before it, or Markdown reads it as more of the paragraph. */
function blockCompletion(template: string, completion: Completion): Completion {
  const plain = snippetCompletion(template, completion)
  const spaced = snippetCompletion(`\n${template}`, completion)
  const isBlock = /^(\||- |1\. |> |```|#|---|\{\{)/.test(template)
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
