'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { SectionPlace } from './editor/extension.ts'
import { useWriting } from './writing.tsx'

/** Nobody reads along faster. */
const PAUSE_MS = 350

/** The text as its readers will see it, drawn by the server as it is typed. */
export function SectionPreview({ place }: { place: SectionPlace }) {
  const { preview, text } = useWriting()
  const [shown, setShown] = useState<ReactNode>()

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let last: string | undefined
    let left = false
    const look = () => {
      waiting = undefined
      const body = place.document.section(place.key)?.host.state.doc.toString() ?? ''
      if (body === last) return
      last = body
      void preview(body, place.key).then(
        (node) => !left && setShown(node),
        () => undefined,
      )
    }
    look()
    const stop = place.document.subscribe(() => {
      waiting ??= setTimeout(look, PAUSE_MS)
    })
    return () => {
      left = true
      clearTimeout(waiting)
      stop()
    }
  }, [place, preview])

  return (
    <section aria-label={text.previewOf} className="rounded-lg border border-line bg-raised px-4 py-3">
      {shown ?? <p className="text-sm text-muted">{text.previewComing}</p>}
    </section>
  )
}
