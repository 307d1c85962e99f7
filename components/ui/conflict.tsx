'use client'

import { use } from 'react'
import { clearWallOf } from '#lib/wall-clock.ts'
import { Callout } from './callout.tsx'
import { FormContext } from './form-state.ts'
import { useUiText } from './ui-text.tsx'

/** `path` is where the field stands in the record; `name` is what the form calls it. Moments are compared on the clock of `zone`. */
export type Compared = { name: string; label: string; path: string; labels?: Record<string, string>; moment?: boolean }

/** After somebody else was faster: what stands there now beside what was typed, field by field. */
export function Conflict({ compared, zone = 'UTC' }: { compared: Compared[]; zone?: string }) {
  const text = useUiText()
  const state = use(FormContext)?.state
  if (!state?.conflict) return null
  const different = compared.flatMap(({ name, label, path, labels, moment }) => {
    const found = spell(at(state.conflict, path))
    const theirs = moment && found ? clearWallOf(new Date(found), zone) : found
    const yours = spell(state.values?.[name])
    return theirs === yours ? [] : [{ label, theirs: labels?.[theirs] ?? theirs, yours: labels?.[yours] ?? yours }]
  })
  return (
    <Callout tone="warn" title={text.conflictTitle}>
      {different.length === 0 && <p>{text.conflictNothing}</p>}
      <dl className="flex flex-col gap-3">
        {different.map(({ label, theirs, yours }) => (
          <div key={label}>
            <dt className="font-medium">{label}</dt>
            <dd className="whitespace-pre-wrap">
              <span className="text-muted">{text.conflictTheirs}</span> {theirs || '–'}
            </dd>
            <dd className="whitespace-pre-wrap">
              <span className="text-muted">{text.conflictYours}</span> {yours || '–'}
            </dd>
          </div>
        ))}
      </dl>
    </Callout>
  )
}

/** The version a form was loaded with; once the newer text was shown, that one's, so that saving again is a decision. */
export function VersionField({ version }: { version: number }) {
  const newer = at(use(FormContext)?.state.conflict, 'version')
  return <input type="hidden" name="version" value={String(newer ?? version)} />
}

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    )

const spell = (value: unknown): string => (value === null || value === undefined ? '' : [value].flat().join(', '))
