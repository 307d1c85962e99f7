import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'

type Coming = { id: string; at: number; words: string }

const come = StateEffect.define<Coming>()
const leave = StateEffect.define<string>()

export const startComing = (coming: Coming) => come.of(coming)
export const stopComing = (id: string) => leave.of(id)

/** Where pictures will stand once they have arrived. Nothing of it is in the text, so nobody is left with a half one. */
export const coming = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, { changes, effects }) =>
    effects.reduce((set, effect) => {
      if (effect.is(leave)) return set.update({ filter: (_, __, { spec }) => spec.id !== effect.value })
      if (!effect.is(come)) return set
      const { id, at, words } = effect.value
      return set.update({ add: [Decoration.widget({ widget: new Placeholder(id, words), side: 1, id }).range(at)] })
    }, shown.map(changes)),
  provide: (field) => EditorView.decorations.from(field),
})

/** Where it would stand now; undefined when the text was replaced meanwhile. */
export function placeOf(state: EditorState, id: string): number | undefined {
  let found: number | undefined
  state.field(coming, false)?.between(0, state.doc.length, (from, _, { spec }) => {
    if (spec.id === id) found = from
  })
  return found
}

/** Written where it stands: a new decoration for every percent would draw the line again each time. */
export function tellComing(id: string, words: string): void {
  for (const dom of document.querySelectorAll(`[data-coming="${id}"]`)) dom.textContent = words
}

class Placeholder extends WidgetType {
  readonly id: string
  readonly words: string
  constructor(id: string, words: string) {
    super()
    this.id = id
    this.words = words
  }
  override eq(other: Placeholder): boolean {
    return other.id === this.id
  }
  override toDOM(): HTMLElement {
    const dom = document.createElement('span')
    dom.className = 'cm-coming'
    dom.dataset.coming = this.id
    dom.textContent = this.words
    return dom
  }
}
