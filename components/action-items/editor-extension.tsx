'use client'

import { Prec } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { EditorExtension, SectionPlace } from '#components/postmortems/editor/extension.ts'
import { type ItemGiven, onStartItem, startItem } from './from-text.ts'

const ItemDialog = lazy(() => import('./item-dialog.tsx'))

/** An action item from selected words, without leaving the text. */
export const itemsExtension: EditorExtension = {
  name: 'items',
  extend: (place) =>
    givenAt(place) ? Prec.high(keymap.of([{ key: 'Mod-Shift-a', run: (view) => fromSelection(view, place) }])) : [],
  onSelection: [
    {
      name: 'item',
      label: ({ actionItem }) => actionItem,
      run: (view, place) => void fromSelection(view, place),
    },
  ],
  Below,
}

const givenAt = ({ given }: SectionPlace) => (given.items ?? undefined) as ItemGiven | undefined

function fromSelection({ state }: EditorView, place: SectionPlace): boolean {
  const { from, to } = state.selection.main
  const quote = state.sliceDoc(from, to).trim()
  if (quote === '' || !givenAt(place)) return false
  startItem(place, quote)
  return true
}

function Below({ place }: { place: SectionPlace }) {
  const given = givenAt(place)
  const [quote, setQuote] = useState<string>()
  useEffect(() => onStartItem(place, setQuote), [place])
  if (!given || quote === undefined) return null
  const back = () => {
    setQuote(undefined)
    const host = place.document.section(place.key)?.host
    if (host && 'focus' in host && typeof host.focus === 'function') host.focus()
  }
  return (
    <Suspense fallback={null}>
      <ItemDialog {...{ quote, given, place }} onLeave={back} />
    </Suspense>
  )
}
