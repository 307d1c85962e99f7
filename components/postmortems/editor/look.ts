import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Reads like the page it becomes: marks step back, headings and emphasis look like themselves. Colours are the tokens. */
const highlights = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '620', color: 'var(--color-ink)' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--color-accent)' },
  { tag: tags.url, color: 'var(--color-faint)' },
  { tag: tags.quote, color: 'var(--color-muted)' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.92em' },
  { tag: tags.processingInstruction, color: 'var(--color-faint)' },
  { tag: tags.contentSeparator, color: 'var(--color-faint)' },
])

const frame = EditorView.theme({
  '&': { fontSize: 'var(--text-md)', color: 'var(--color-ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.65' },
  '.cm-content': { padding: '0.625rem 0', minHeight: '5rem', caretColor: 'var(--color-ink)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-placeholder': { color: 'var(--color-faint)' },
  '.cm-tooltip': {
    border: 'none',
    borderRadius: 'var(--radius-lg)',
    background: 'var(--color-raised)',
    color: 'var(--color-ink)',
    boxShadow: 'var(--shadow-floating)',
    overflow: 'hidden',
  },
  // The words it is about stand right under it, and a dark shadow would lie on them.
  '.cm-tooltip.cm-selection-menu': { boxShadow: '0 0 0 1px var(--color-line), var(--shadow-raised)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '16rem', padding: '0.25rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.625rem', borderRadius: 'var(--radius-md)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--color-accent-soft)',
    color: 'var(--color-ink)',
  },
  '.cm-completionDetail': { color: 'var(--color-muted)', fontStyle: 'normal', marginLeft: '0.75rem' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-snippetField': { background: 'var(--color-accent-soft)' },
})

export const look = [frame, syntaxHighlighting(highlights)]
