'use client'

import { useEffect, useMemo } from 'react'
import type { EditorExtension, SectionPlace } from '#components/postmortems/editor/extension.ts'
import type { Finding } from '#lib/blameless/lint.ts'
import type { HintsGiven } from './given.ts'
import { createHints, type Hints } from './hints.ts'
import { HintsPanel } from './hints-panel.tsx'
import { blamelessHints } from './marks.ts'
import { replacing } from './wording.ts'

/** Hints in the editor of a section. The page gives `hints`, or nobody is shown any. */
export const hintsExtension: EditorExtension = {
  name: 'hints',
  extend: (place) => {
    const hints = hintsAt(place)
    return hints ? blamelessHints(hints) : []
  },
  Below,
}

const known = new WeakMap<SectionPlace, Hints>()

function hintsAt(place: SectionPlace): Hints | undefined {
  const given = place.given.hints as HintsGiven | null | undefined
  if (!given) return undefined
  const one = known.get(place) ?? createHints(place.key, given)
  known.set(place, one)
  return one
}

function Below({ place }: { place: SectionPlace }) {
  const hints = useMemo(() => hintsAt(place), [place])
  // The list works also where the marks cannot, and the text may have changed while no editor showed it.
  useEffect(() => hints?.look(place.document.section(place.key)?.host.state.doc.toString() ?? ''), [hints, place])
  return hints ? (
    <HintsPanel hints={hints} onUse={(finding, wording) => use({ place, hints, finding, wording })} />
  ) : null
}

type Use = { place: SectionPlace; hints: Hints; finding: Finding; wording: string }

function use({ place, hints, finding: { start, end }, wording }: Use): void {
  const host = place.document.section(place.key)?.host
  if (!host) return
  const doc = host.state.doc.toString()
  // Somebody typed between the look and the press: the next look is a moment away.
  if (doc !== hints.shown().source) {
    hints.look(doc)
    return
  }
  host.dispatch(host.state.update({ ...replacing({ from: start, to: end, wording, doc }), userEvent: 'input' }))
  if ('focus' in host && typeof host.focus === 'function') host.focus()
}
