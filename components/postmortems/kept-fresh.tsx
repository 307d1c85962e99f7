'use client'

import { type ReactNode, useEffect, useState, useTransition } from 'react'

/** Long enough that a room full of writers asks rarely, short enough that a mended line is gone before the next look. */
const EVERY_MS = 20_000

/**
 * A part of the page that is asked for again while somebody looks at it; without scripts it stays as it was loaded. When
 * the page itself comes anew, after an answer was sent, that is newer than what was asked for before.
 */
export function KeptFresh({ look, children }: { look: () => Promise<ReactNode>; children: ReactNode }) {
  const [asked, setAsked] = useState<{ over: ReactNode; fresh: ReactNode } | null>(null)
  const [, begin] = useTransition()
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return
      begin(async () => {
        // A server that cannot be reached leaves what stands there; the next round asks again.
        const fresh = await look().catch(() => null)
        if (fresh !== null) begin(() => setAsked({ over: children, fresh }))
      })
    }
    const timer = setInterval(ask, EVERY_MS)
    return () => clearInterval(timer)
  }, [look, children])
  return <>{asked && asked.over === children ? asked.fresh : children}</>
}
