'use client'

import { use } from 'react'
import { FormContext } from '#components/ui/form-state.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'

type Labels = { heading: string; body: string; bodyHint: string; theirs: string }
type Theirs = { revision: number; title?: string; body?: string }

/** When somebody else saved meanwhile, their text stands below and saving again is a decision. */
export function SummaryEditor({
  revision,
  title,
  body,
  labels,
}: {
  revision: number
  title: string
  body: string
  labels: Labels
}) {
  const state = use(FormContext)?.state as { conflict?: unknown } | undefined
  const theirs = state?.conflict as Theirs | undefined
  return (
    <>
      <input type="hidden" name="revision" value={theirs?.revision ?? revision} />
      <TextField name="title" label={labels.heading} defaultValue={title} required maxLength={200} />
      <TextArea
        name="body"
        label={labels.body}
        hint={labels.bodyHint}
        defaultValue={body}
        required
        rows={18}
        maxLength={20000}
        className="font-mono text-sm leading-relaxed"
      />
      {theirs?.body !== undefined && (
        <div className="rounded-lg border border-warn-edge bg-warn-soft p-3">
          <p className="font-medium text-warn">{labels.theirs}</p>
          <pre className="whitespace-pre-wrap font-mono text-sm">{theirs.body}</pre>
        </div>
      )}
    </>
  )
}
