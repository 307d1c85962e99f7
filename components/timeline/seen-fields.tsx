'use client'

import { use } from 'react'
import { FormContext } from '#components/ui/form-state.ts'

type Seen = { at: string; kind: string; text: string }

/** The line as this person last saw it; once they were shown a newer one, that one, so that saving again is a decision. */
export function SeenFields(loaded: Seen) {
  const newer = use(FormContext)?.state.conflict as Partial<Seen> | undefined
  const { at, kind, text } = { ...loaded, ...newer }
  return (
    <>
      <input type="hidden" name="seen.at" value={at} />
      <input type="hidden" name="seen.kind" value={kind} />
      <input type="hidden" name="seen.text" value={text} />
    </>
  )
}
