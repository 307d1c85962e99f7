'use client'

import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Finding } from '#lib/blameless/lint.ts'
import type { Hints } from './hints.ts'

/** Asks an administrator what is meant and why. Not a form: it stands inside the form of the text. */
export function ForEveryone({ finding, hints, onDone }: { finding: Finding; hints: Hints; onDone: () => void }) {
  const { text } = hints.given
  const id = useId()
  const [whole, setWhole] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <fieldset className="flex max-w-prose flex-col gap-2 rounded-lg border border-line bg-sunken p-3">
      <legend className="sr-only">{text.forEveryone}</legend>
      {[false, true].map((choice) => (
        <label key={String(choice)} className="flex items-center gap-2">
          <input
            type="radio"
            name={`${id}-what`}
            form=""
            checked={whole === choice}
            onChange={() => setWhole(choice)}
          />
          {choice ? text.wholeRule : text.onlyPhrase.replace('{phrase}', finding.text)}
        </label>
      ))}
      <label htmlFor={id} className="font-medium">
        {text.reason}
      </label>
      <input
        id={id}
        form=""
        className="control"
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="text-muted">{text.reasonHint}</p>
      <div className="flex gap-1.5">
        <Button
          size="small"
          tone="primary"
          disabled={reason.trim() === ''}
          onClick={() => {
            void hints.dismissForEveryone(finding, { whole, reason })
            onDone()
          }}
        >
          {text.forEveryone}
        </Button>
        <Button size="small" tone="quiet" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </fieldset>
  )
}
