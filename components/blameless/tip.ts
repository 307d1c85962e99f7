import type { EditorView } from '@codemirror/view'
import type { Finding } from '#lib/blameless/lint.ts'
import type { Hints } from './hints.ts'
import { replacing, wordingLabel } from './wording.ts'

type Place = { view: EditorView; from: number; to: number; finding: Finding; hints: Hints }

/** Built by hand: the editor draws it, and React is not asked. */
export function tip({ view, from, to, finding, hints }: Place): HTMLElement {
  const { text, mayDismiss } = hints.given
  const dom = element('div', 'cm-hint-tip')
  dom.append(element('p', 'cm-hint-kind', text.category[finding.category]), element('p', 'cm-hint-why', finding.why))
  const actions = element('div', 'cm-hint-actions')
  for (const wording of finding.rewrites)
    actions.append(
      button(wordingLabel(wording, text), () => {
        view.dispatch({ ...replacing({ from, to, wording, doc: view.state.doc.toString() }), userEvent: 'input' })
        view.focus()
      }),
    )
  if (mayDismiss) actions.append(button(text.dismiss, () => void hints.dismiss(finding), 'cm-hint-quiet'))
  dom.append(actions)
  return dom
}

function element(tag: 'div' | 'p', className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = words
  return made
}

function button(words: string, run: () => void, className = ''): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = className
  made.textContent = words
  // A press would take the cursor out of the text before it counts as a click.
  made.onmousedown = (event) => event.preventDefault()
  made.onclick = run
  return made
}
