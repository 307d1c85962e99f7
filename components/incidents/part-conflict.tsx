'use client'

import { use } from 'react'
import { Callout } from '#components/ui/callout.tsx'
import { FormContext } from '#components/ui/form-state.ts'

/** What this form saw of its part; after somebody else was faster, what stands there now, so that saving again is a decision. */
export function SeenFields({ part, seen }: { part: string; seen: string }) {
  const newer = conflictIn(use(FormContext)?.state.conflict).seen
  return (
    <>
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="seen" value={typeof newer === 'string' ? newer : seen} />
    </>
  )
}

type Text = { title: string; text: string; empty: string }

/** What somebody else saved meanwhile, one line a fact. */
export function PartConflict({ fields, text }: { fields: readonly string[]; text: Text }) {
  const conflict = use(FormContext)?.state.conflict
  if (!conflict) return null
  const lines = fields.flatMap((field) => linesOf(conflictIn(conflict)[field]))
  return (
    <Callout tone="warn" title={text.title}>
      <p>{text.text}</p>
      <ul className="mt-2 list-disc pl-5">
        {lines.length === 0 && <li>{text.empty}</li>}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  )
}

const conflictIn = (conflict: unknown): Record<string, unknown> =>
  typeof conflict === 'object' && conflict !== null ? (conflict as Record<string, unknown>) : {}

function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.map(spoken).filter(Boolean))]
  const line = spoken(value)
  return line ? [line] : []
}

/** A fact as its values; ids say nothing to anybody. */
function spoken(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return value.map(spoken).filter(Boolean).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([key]) => key !== 'id' && key !== 'slug')
      .map(([, inner]) => spoken(inner))
      .filter(Boolean)
      .join(' · ')
  return String(value)
}
