'use client'

import { useEffect, useRef } from 'react'
import { simpleChange } from '#lib/documents/model.ts'
import type { SectionPlace } from './extension.ts'
import { editorExtensions } from './extension-list.ts'
import { mount } from './open.ts'

// One door to the editor, so that its pages are one download.
export { open } from './open.ts'

/** The editor in the place of the textarea. `typed` is what had been typed there before it came. */
export default function LiveSection({
  place,
  typed,
  describedBy,
  onPreview,
}: {
  place: SectionPlace
  typed: { before: string; now: string; hadFocus: boolean; at: number } | undefined
  describedBy: string
  onPreview: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const taken = useRef(false)

  useEffect(() => {
    if (!box.current) return
    const { view, leave } = mount(place, box.current)
    view.contentDOM.setAttribute('aria-describedby', describedBy)
    if (typed && !taken.current) {
      taken.current = true
      // The page's text may be older than the section's by now, and what was typed belongs to the page's.
      if (typed.now !== typed.before && view.state.doc.toString() === typed.before)
        view.dispatch({ changes: simpleChange(typed.before, typed.now), userEvent: 'input' })
      else if (typed.now !== typed.before)
        view.dispatch({ changes: { from: view.state.doc.length, insert: typed.now } })
      if (typed.hadFocus) {
        view.focus()
        view.dispatch({ selection: { anchor: Math.min(typed.at, view.state.doc.length) } })
      }
    }
    return leave
  }, [place, typed, describedBy])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the text inside, which bubble.
    <div
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'p' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        onPreview()
      }}
    >
      <div ref={box} className="editor-frame" />
      {editorExtensions.map(({ name, Below }) => Below && <Below key={name} place={place} />)}
    </div>
  )
}
