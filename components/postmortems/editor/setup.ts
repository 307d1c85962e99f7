import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
  pasteURLAsLink,
} from '@codemirror/lang-markdown'
import { LanguageSupport } from '@codemirror/language'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { cursors } from './cursors.ts'
import { markdownShortcuts } from './edits.ts'
import type { EditorExtension, SectionPlace } from './extension.ts'
import { look } from './look.ts'
import { offersLater } from './offers-later.ts'
import type { MakeState } from './section.ts'
import { selectionMenu } from './selection-menu.ts'

/**
 * What every section's editor is made of. The Tab key is not in it: it leads out of the text, as everywhere. Cursor and
 * selection are the browser's own: drawn ones are measured with every key and blink by frames, a third of a key's work.
 */
export function setup(place: SectionPlace, extensions: readonly EditorExtension[]): Extension {
  return [
    history(),
    EditorView.lineWrapping,
    // Not `markdown()`, which would bring an HTML parser along.
    new LanguageSupport(markdownLanguage),
    pasteURLAsLink,
    Prec.high(
      keymap.of([
        { key: 'Enter', run: insertNewlineContinueMarkup },
        { key: 'Backspace', run: deleteMarkupBackward },
        ...markdownShortcuts,
      ]),
    ),
    keymap.of([...historyKeymap, ...defaultKeymap]),
    offersLater(place, extensions),
    placeholder(place.text.placeholder),
    EditorView.contentAttributes.of({ 'aria-label': place.heading, 'aria-multiline': 'true', spellcheck: 'true' }),
    look,
    cursors(place.document, place.key),
    follow(place),
    selectionMenu(
      extensions.flatMap(({ onSelection }) => onSelection ?? []),
      place,
    ),
    extensions.flatMap(({ extend }) => extend?.(place) ?? []),
  ]
}

export const stateMaker =
  (extras: Extension): MakeState =>
  (doc, own) =>
    EditorState.create({ doc, extensions: [own, extras] })

/** Tells the document what was typed, and colleagues where the cursor is. */
const follow = ({ document, key }: SectionPlace): Extension =>
  EditorView.updateListener.of(({ view, state, docChanged, selectionSet, focusChanged, transactions }) => {
    if (transactions.length > 0 && docChanged) document.changed()
    if (!docChanged && !selectionSet && !focusChanged) return
    const section = document.section(key)
    if (!view.hasFocus) {
      if (focusChanged) document.moved(null)
      return
    }
    const { anchor, head } = state.selection.main
    if (section) document.moved({ key, anchor, head, version: section.version })
  })
