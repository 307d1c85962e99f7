'use client'

import { useEffect, useState } from 'react'
import type { Completion } from '#lib/search/complete.ts'

const pauseMs = 120

/** Ways on for the text as typed; null while nobody typed, or after a way was taken or refused. */
export function useCompletions({ url, query }: { url: string; query: string | null }) {
  const [ways, setWays] = useState<Completion[]>([])
  useEffect(() => {
    if (query === null || !/(?:^|\s)-?[A-Za-z]{2,}(?::\S*)?$/.test(query)) {
      setWays([])
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${url}?q=${encodeURIComponent(query)}`, { signal: abort.signal })
        .then((response) => (response.ok ? response.json() : []))
        .then((found) => setWays(Array.isArray(found) ? found : []))
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, query])
  return ways
}
