'use client'

import { useSyncExternalStore } from 'react'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { Finding } from '#lib/blameless/lint.ts'
import { HintItem } from './hint-item.tsx'
import type { Hints, Shown } from './hints.ts'

const before: Shown = { source: '', open: [], dismissed: [], problem: '' }

/**
 * The hints of one section as a list: the same as the underlines, for the keyboard and for reading at leisure. It is
 * folded, it holds no number, and it is not there when there is nothing to say.
 */
export function HintsPanel({ hints, onUse }: { hints: Hints; onUse?: (finding: Finding, wording: string) => void }) {
  const { open, dismissed, problem } = useSyncExternalStore(hints.subscribe, hints.shown, () => before)
  const { text, mayDismiss } = hints.given
  if (open.length === 0 && dismissed.length === 0) return null
  return (
    <div className="mt-1 text-sm">
      {open.length > 0 && (
        <Disclosure summary={text.heading}>
          <ul className="flex flex-col divide-y divide-line">
            {open.map((finding) => (
              <HintItem key={`${finding.start} ${finding.rule}`} finding={finding} hints={hints} onUse={onUse} />
            ))}
          </ul>
        </Disclosure>
      )}
      {dismissed.length > 0 && (
        <Disclosure summary={text.dismissedHere}>
          <ul className="flex flex-col gap-1">
            {dismissed.map((finding) => (
              <li key={`${finding.start} ${finding.rule}`} className="flex flex-wrap items-center gap-x-3 text-muted">
                <q>{finding.text}</q>
                {mayDismiss && (
                  <button
                    type="button"
                    className="text-accent hover:underline"
                    onClick={() => void hints.bringBack(finding)}
                  >
                    {text.bringBack}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
