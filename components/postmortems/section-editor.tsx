'use client'

import { use } from 'react'
import { FieldError } from '#components/ui/field.tsx'
import { FormContext, useField } from '#components/ui/form-state.ts'

export type EditedSection = {
  index: number
  key: string
  heading: string
  prompt: string
  required: boolean
  body: string
  version: number
}
type Labels = { question: string; required: string; theirs: string; theirsWhy: string }

/**
 * One section: its question, its text, and, when somebody else saved the same section meanwhile, their text beside it.
 * After such a refusal the form names the newer version, so saving again is a decision and not a repetition.
 */
export function SectionEditor({ section, labels }: { section: EditedSection; labels: Labels }) {
  const { index, key, heading, prompt, required } = section
  const field = useField(`sections.${index}.body`, { hint: prompt, defaultValue: section.body })
  const missing = use(FormContext)?.state.fields?.find((problem) => problem.field === `sections.${key}`)?.message
  const theirs = useTheirs(key)
  return (
    <section className="flex flex-col gap-2" id={key}>
      <label htmlFor={field.id} className="text-lg font-semibold">
        {heading} {required && <span className="text-sm font-normal text-muted">{labels.required}</span>}
      </label>
      <p id={`${field.id}-hint`} className="max-w-prose text-sm text-muted">
        {prompt}
      </p>
      <input type="hidden" name={`sections.${index}.key`} value={key} />
      <input type="hidden" name={`sections.${index}.version`} value={theirs?.version ?? section.version} />
      <textarea
        {...field.wiring}
        defaultValue={field.defaultValue}
        rows={6}
        spellCheck
        className="control control-area min-h-32 font-mono text-sm leading-relaxed"
      />
      <FieldError id={field.id} error={field.error ?? missing} />
      {theirs && (
        <div className="rounded-lg border border-warn-edge bg-warn-soft p-3">
          <p className="font-medium text-warn">{labels.theirs}</p>
          <p className="mb-2 text-sm text-muted">{labels.theirsWhy}</p>
          <pre className="overflow-x-auto whitespace-pre-wrap font-mono text-sm">{theirs.body}</pre>
        </div>
      )}
    </section>
  )
}

type Stale = { sections?: { key: string; body: string; version: number }[] }

function useTheirs(key: string) {
  const state = use(FormContext)?.state as { conflict?: unknown } | undefined
  return (state?.conflict as Stale | undefined)?.sections?.find((section) => section.key === key)
}
