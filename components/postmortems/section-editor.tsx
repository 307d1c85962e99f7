'use client'

import { type ReactNode, use, useCallback, useRef, useState } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { FormContext, useField } from '#components/ui/form-state.ts'
import { SectionPreview } from './section-preview.tsx'
import { useNames, useWriting } from './writing.tsx'
import { filled } from './writing-text.ts'

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
 * One section: its question, and its text in an editor that others may be writing in too. Before the editor has come, and
 * without scripts, the text is a field of a plain form; when somebody else saved the same section meanwhile, their text
 * stands beside it, and the form names the newer version, so saving again is a decision and not a repetition.
 */
export function SectionEditor({ section, labels }: { section: EditedSection; labels: Labels }) {
  const { key, heading, prompt, required } = section
  const writing = useWriting()
  const field = useField(`sections.${section.index}.body`, { hint: prompt, defaultValue: section.body })
  const [previewing, setPreviewing] = useState(false)
  const missing = use(FormContext)?.state.fields?.find((problem) => problem.field === `sections.${key}`)?.message
  const place = writing.open?.places.get(key)
  const toggle = useCallback(() => setPreviewing((shown) => !shown), [])
  const { area, typed } = useTyped()
  const Editor = writing.Editor
  return (
    <section className="flex scroll-mt-20 flex-col gap-2" id={key} aria-label={heading}>
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <Heading labelled={place ? undefined : field.id}>
          {heading} {required && <span className="text-sm font-normal text-muted">{labels.required}</span>}
        </Heading>
        {place && <People sectionKey={key} />}
        {place && (
          <Button tone="quiet" size="small" className="ml-auto" aria-pressed={previewing} onClick={toggle}>
            {previewing ? writing.text.hidePreview : writing.text.preview}
          </Button>
        )}
      </div>
      <p id={`${field.id}-hint`} className="max-w-prose text-sm text-muted">
        {prompt}
      </p>
      {place && Editor ? (
        <Editor place={place} typed={typed} describedBy={`${field.id}-hint`} onPreview={toggle} />
      ) : (
        <PlainText section={section} field={field} labels={labels} area={area} />
      )}
      {place && previewing && <SectionPreview place={place} />}
      <FieldError id={field.id} error={field.error ?? missing} />
    </section>
  )
}

function Heading({ labelled, children }: { labelled: string | undefined; children: ReactNode }) {
  if (!labelled) return <h2 className="text-lg font-semibold">{children}</h2>
  return (
    <label htmlFor={labelled} className="text-lg font-semibold">
      {children}
    </label>
  )
}

/** Remembers what was typed in the plain field before the editor took its place. */
function useTyped() {
  const [typed, setTyped] = useState<{ before: string; now: string; hadFocus: boolean; at: number }>()
  const last = useRef<HTMLTextAreaElement>(null)
  const area = useCallback((node: HTMLTextAreaElement | null) => {
    const gone = last.current
    if (node) last.current = node
    else if (gone)
      setTyped({
        before: gone.defaultValue,
        now: gone.value,
        hadFocus: gone.ownerDocument.activeElement === gone,
        at: gone.selectionStart,
      })
  }, [])
  return { area, typed }
}

type Field = ReturnType<typeof useField>
type PlainProps = {
  section: EditedSection
  field: Field
  labels: Labels
  area: (node: HTMLTextAreaElement | null) => void
}

function PlainText({ section: { index, key, version }, field, labels, area }: PlainProps) {
  const theirs = useTheirs(key)
  return (
    <>
      <input type="hidden" name={`sections.${index}.key`} value={key} />
      <input type="hidden" name={`sections.${index}.version`} value={theirs?.version ?? version} />
      <textarea
        {...field.wiring}
        ref={area}
        defaultValue={field.defaultValue}
        rows={6}
        spellCheck
        // A browser that fills in what stood here last time would bring back text that was changed since.
        autoComplete="off"
        className="control control-area min-h-32 text-md leading-relaxed"
      />
      {theirs && (
        <div className="rounded-lg border border-warn-edge bg-warn-soft p-3">
          <p className="font-medium text-warn">{labels.theirs}</p>
          <p className="mb-2 text-sm text-muted">{labels.theirsWhy}</p>
          <pre className="overflow-x-auto whitespace-pre-wrap font-mono text-sm">{theirs.body}</pre>
        </div>
      )}
    </>
  )
}

/** Who is in this section just now. */
function People({ sectionKey }: { sectionKey: string }) {
  const writing = useWriting()
  const names = useNames(writing, sectionKey)
  if (names.length === 0) return null
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-muted">
      {names.slice(0, 4).map((name) => (
        <Avatar key={name} name={name} size="small" />
      ))}
      {names.length === 1
        ? filled(writing.text.oneWritesHere, { name: names[0] ?? '' })
        : filled(writing.text.manyWriteHere, { count: names.length })}
    </span>
  )
}

type Stale = { sections?: { key: string; body: string; version: number }[] }

function useTheirs(key: string) {
  const state = use(FormContext)?.state as { conflict?: unknown } | undefined
  return (state?.conflict as Stale | undefined)?.sections?.find((section) => section.key === key)
}
