'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Finding } from '#lib/blameless/lint.ts'
import { ForEveryone } from './for-everyone.tsx'
import type { Hints } from './hints.ts'
import { wordingLabel } from './wording.ts'

type Props = { finding: Finding; hints: Hints; onUse?: ((finding: Finding, wording: string) => void) | undefined }

/** One hint: the words, why, other words, and leaving it. */
export function HintItem({ finding, hints, onUse }: Props) {
  const { text, mayDismiss, mayDismissForEveryone } = hints.given
  const [asking, setAsking] = useState(false)
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <p>
        <q className="font-medium">{finding.text}</q>{' '}
        <span className="text-muted">{text.category[finding.category]}</span>
      </p>
      <p className="max-w-prose text-muted">{finding.why}</p>
      <div className="flex flex-wrap gap-1.5">
        {onUse &&
          finding.rewrites.map((wording) => (
            <Button
              key={wording}
              size="small"
              className="max-w-full whitespace-normal! text-left"
              onClick={() => onUse(finding, wording)}
            >
              {wordingLabel(wording, text)}
            </Button>
          ))}
        {!onUse && finding.rewrites.length > 0 && (
          <p className="max-w-prose text-muted">
            {text.instead.replace('{wordings}', finding.rewrites.map((one) => one || text.leaveOut).join(' · '))}
          </p>
        )}
        {mayDismiss && (
          <Button size="small" tone="quiet" onClick={() => void hints.dismiss(finding)}>
            {text.dismiss}
          </Button>
        )}
        {mayDismissForEveryone && !asking && (
          <Button size="small" tone="quiet" onClick={() => setAsking(true)}>
            {text.forEveryone}
          </Button>
        )}
      </div>
      {asking && <ForEveryone finding={finding} hints={hints} onDone={() => setAsking(false)} />}
    </li>
  )
}
