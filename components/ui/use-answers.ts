'use client'

import { useEffect, useState } from 'react'

/** Long enough to skip the letters in the middle of a word, short enough to feel immediate. */
const pauseMs = 150

/**
 * What an address of ours answers to a text as it is typed, once the typing pauses; nothing while the text is null. A
 * slower answer to an older text is dropped, and a failed one is like nothing found.
 */
export function useAnswers<Answer>({ url, query }: { url: string; query: string | null }) {
  const [answers, setAnswers] = useState<Answer[]>([])
  useEffect(() => {
    if (query === null) {
      setAnswers([])
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${url}?q=${encodeURIComponent(query)}`, { signal: abort.signal })
        .then((response) => (response.ok ? response.json() : []))
        .then((found) => setAnswers(Array.isArray(found) ? found : []))
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, query])
  return answers
}
