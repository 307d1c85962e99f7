'use client'

import { useEffect, useState } from 'react'

/**
 * Following the # beside an entry also copies its address. One listener for the page, since the entries themselves are
 * text without scripts; where the browser withholds the clipboard, the address bar shows the same.
 */
export function CopyLinks({ copied }: { copied: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const copy = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-copy-link]') : null
      if (link instanceof HTMLAnchorElement)
        void navigator.clipboard?.writeText(link.href).then(() => setSaid(`${copied} ${link.hash}`))
    }
    document.addEventListener('click', copy)
    return () => document.removeEventListener('click', copy)
  }, [copied])
  return (
    <output className="fixed bottom-4 left-4 z-10 rounded-md bg-ink px-3 py-1.5 text-sm text-canvas empty:hidden print:hidden">
      {said && copied}
    </output>
  )
}
