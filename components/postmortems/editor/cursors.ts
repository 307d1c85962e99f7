import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, WidgetType } from '@codemirror/view'
import { hueOf } from '#components/ui/avatar.tsx'
import type { Present } from '#lib/documents/schema.ts'
import type { OpenDocument } from './document.ts'

const here = StateEffect.define<readonly Present[]>()

/** Where colleagues are in this section, each in the hue of their name, with the name beside the cursor. */
export function cursors(document: OpenDocument, key: string): Extension {
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (drawn, transaction) => {
      const effect = transaction.effects.find((one) => one.is(here))
      return effect ? draw(effect.value, transaction.newDoc.length) : drawn.map(transaction.changes)
    },
    provide: (field) => EditorView.decorations.from(field),
  })
  const follow = ViewPlugin.define((view) => {
    let shown: readonly Present[] | undefined
    const look = () => {
      const { people } = document.status()
      if (people === shown) return
      shown = people
      // The news may come while this very view is being updated.
      queueMicrotask(() => view.dispatch({ effects: here.of(people.filter(({ place }) => place?.key === key)) }))
    }
    look()
    return { destroy: document.subscribe(look) }
  })
  return [field, follow]
}

function draw(people: readonly Present[], length: number): DecorationSet {
  const ranges = people.flatMap(({ name, place }): Range<Decoration>[] => {
    if (!place) return []
    const [anchor, head] = [Math.min(place.anchor, length), Math.min(place.head, length)]
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
    const cursor = Decoration.widget({ widget: new Cursor(name, head), side: 1 }).range(head)
    const style = { class: 'cm-colleague-selection', attributes: { style: `--hue: ${hueOf(name)}` } }
    return from === to ? [cursor] : [Decoration.mark(style).range(from, to), cursor]
  })
  return Decoration.set(ranges, true)
}

class Cursor extends WidgetType {
  readonly name: string
  readonly head: number
  constructor(name: string, head: number) {
    super()
    this.name = name
    this.head = head
  }
  /** A cursor that moved is another one, so that its name shows again for a moment. */
  override eq(other: Cursor): boolean {
    return other.name === this.name && other.head === this.head
  }
  override toDOM(): HTMLElement {
    const cursor = document.createElement('span')
    cursor.className = 'cm-colleague'
    cursor.style.setProperty('--hue', String(hueOf(this.name)))
    // People are announced above the text; in the middle of a line being read they would only interrupt.
    cursor.setAttribute('aria-hidden', 'true')
    const label = document.createElement('span')
    label.className = 'cm-colleague-name'
    label.textContent = this.name
    cursor.append(label)
    return cursor
  }
  override ignoreEvent(): boolean {
    return true
  }
}
