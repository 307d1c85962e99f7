'use client'

import { useEffect, useState } from 'react'
import type { PaletteItem } from './shell-data.ts'

/** Long enough to skip the letters in the middle of a word, short enough to feel immediate. */
const pauseMs = 180

/** Results for the text as typed; a slower answer to an older text is dropped. A failed search leaves the local entries. */
export function usePaletteSearch({ url, query }: { url: string; query: string }): PaletteItem[] {
  const [found, setFound] = useState<PaletteItem[]>([])
  useEffect(() => {
    const text = query.trim()
    if (text.length < 2) {
      setFound([])
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${url}?q=${encodeURIComponent(text)}`, { signal: abort.signal })
        .then((response) => (response.ok ? response.json() : []))
        .then((items) => setFound(Array.isArray(items) ? items : []))
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, query])
  return found
}
