import type { CompletionSource } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { ComponentType } from 'react'
import type { EditorText } from '../writing-text.ts'
import type { OpenDocument } from './document.ts'

/** Where an editor stands: everything an extension may want to know of its section. */
export type SectionPlace = {
  number: number
  key: string
  heading: string
  prompt: string
  text: EditorText
  document: OpenDocument
  /** What the page hands over for extensions, by their name: people to mention, the address images go to. */
  given: Readonly<Record<string, unknown>>
}

/** `#{}` is where the cursor goes next with Tab; `#{words}` the same with words to type over. */
export type Snippet = { name: string; keywords?: string; detail?: string; template: string }

/** In the menu over selected text. */
export type SelectionAction = {
  name: string
  label: (text: EditorText) => string
  run: (view: EditorView, place: SectionPlace) => void
}

/** What the editor can learn. `extension-list.ts` names those it has; each part is optional. */
export type EditorExtension = {
  name: string
  /** Anything CodeMirror offers: underlines, gutters, what happens on paste. */
  extend?: (place: SectionPlace) => Extension
  /** Offers while typing, in the one popup all share. */
  complete?: (place: SectionPlace) => CompletionSource
  /** In the menu that `/` opens. */
  snippets?: (text: EditorText) => readonly Snippet[]
  onSelection?: readonly SelectionAction[]
  /** Below the text of each section. */
  Below?: ComponentType<{ place: SectionPlace }>
}
