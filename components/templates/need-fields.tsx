'use client'

import { useField } from '#components/ui/form-state.ts'
import { severities } from '#lib/incidents/model.ts'
import type { TemplateSection } from '#lib/templates/schema.ts'

type Severity = keyof TemplateSection['needs']
export type NeedText = { needs: string; need: Record<'review' | 'publish' | 'optional' | 'hidden', string> }

/** When something is needed, severity by severity, in one row. */
export function NeedFields({
  name,
  needs,
  text,
  legend = text.needs,
}: {
  name: string
  needs: TemplateSection['needs'] | undefined
  text: NeedText
  legend?: string
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
        {(Object.keys(severities) as Severity[]).map((severity) => (
          <NeedSelect
            key={severity}
            name={`${name}.${severity}`}
            label={severities[severity]}
            value={needs?.[severity]}
            text={text.need}
          />
        ))}
      </div>
    </fieldset>
  )
}

function NeedSelect({
  name,
  label,
  value,
  text,
}: {
  name: string
  label: string
  value: string | undefined
  text: NeedText['need']
}) {
  const field = useField(name, { defaultValue: value ?? '' })
  return (
    <label className="flex flex-col gap-1 text-sm text-muted">
      {label}
      <select key={field.defaultValue} {...field.wiring} defaultValue={field.defaultValue} className="control text-ink">
        {value === undefined && <option value="" />}
        {Object.entries(text).map(([need, words]) => (
          <option key={need} value={need}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
