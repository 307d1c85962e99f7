import { type EditorState, type Extension, StateField } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import type { SectionPlace, SelectionAction } from './extension.ts'

/** A few words over what is selected: what can be done with exactly this text. Nothing is drawn without a selection. */
export function selectionMenu(actions: readonly SelectionAction[], place: SectionPlace): Extension {
  if (actions.length === 0) return []
  const tooltip = ({ selection: { main } }: EditorState): Tooltip | null =>
    main.empty
      ? null
      : {
          pos: main.from,
          end: main.to,
          above: true,
          arrow: false,
          create: (view) => ({ dom: menu(view, actions, place) }),
        }
  return StateField.define<Tooltip | null>({
    create: tooltip,
    update: (shown, transaction) => {
      if (!transaction.selection && !transaction.docChanged) return shown
      return tooltip(transaction.state)
    },
    provide: (field) => showTooltip.from(field),
  })
}

function menu(view: EditorView, actions: readonly SelectionAction[], place: SectionPlace): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'cm-selection-menu'
  dom.setAttribute('role', 'toolbar')
  dom.setAttribute('aria-label', place.text.selection)
  for (const { label, run } of actions) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label(place.text)
    // A press would take the focus, and with it the selection, before it counts as a click.
    button.onmousedown = (event) => event.preventDefault()
    button.onclick = () => {
      run(view, place)
      view.focus()
    }
    dom.append(button)
  }
  return dom
}
