'use client'

import { createContext, type ReactNode, use } from 'react'

type Text = { title: string; body: string; retry: string; home: string; reference: string }

const Context = createContext<Text | null>(null)

/** Error boundaries run in the browser; this hands them five sentences instead of a 12 KB translation library. */
export function ProblemText({ value, children }: { value: Text; children: ReactNode }) {
  return <Context value={value}>{children}</Context>
}

export function useProblemText(): Text {
  const text = use(Context)
  if (!text) throw new Error('ProblemText is missing above this component.')
  return text
}
