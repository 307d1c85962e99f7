'use client'

import type { ReactNode } from 'react'
import { FieldError, FieldHint, type FieldProps } from './field.tsx'
import { useField } from './form-state.ts'

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

/** For two to six choices worth reading side by side; more belong in a select. */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  defaultValue,
  required,
  choices,
}: FieldProps & { choices: Choice[] }) {
  const field = useField(name, { error, hint, defaultValue })
  return (
    <fieldset id={field.id} aria-describedby={field.wiring['aria-describedby']} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <FieldHint id={field.id} hint={hint} />
      <div className="flex flex-col gap-2 pt-1">
        {choices.map((choice) => (
          <label key={choice.value} className="flex items-start gap-2.5">
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={field.defaultValue === choice.value}
              required={required}
              disabled={choice.disabled}
              aria-invalid={field.wiring['aria-invalid']}
              className="mt-[0.2rem] size-4 shrink-0 pointer-coarse:size-5"
            />
            <span className="min-w-0">
              {choice.label}
              {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  )
}
