'use client'

import { createContext, type ReactNode, use } from 'react'

/** Every sentence an island of this folder or an error boundary may say. */
export type UiText = {
  problemTitle: string
  problemBody: string
  problemRetry: string
  problemHome: string
  problemReference: string
  formProblem: string
  formSaving: string
  conflictTitle: string
  conflictTheirs: string
  conflictYours: string
  conflictNothing: string
  close: string
  optional: string
}

const Context = createContext<UiText | null>(null)

/** Islands get their few sentences from the server this way, instead of a 12 KB translation library. */
export function UiTextProvider({ value, children }: { value: UiText; children: ReactNode }) {
  return <Context value={value}>{children}</Context>
}

export function useUiText(): UiText {
  const text = use(Context)
  if (!text) throw new Error('UiTextProvider is missing above this component.')
  return text
}
