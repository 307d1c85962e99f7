'use client'

import type { ReactNode } from 'react'
import { FieldError, FieldHint, type FieldProps } from './field.tsx'
import { useField } from './form-state.ts'

type Box = { value: string; label: ReactNode; hint?: ReactNode; defaultChecked?: boolean; disabled?: boolean }

/** A yes or no that takes effect when the form is sent. */
export function Checkbox({
  name,
  error,
  value = 'on',
  ...box
}: Partial<Box> & { name: string; label: ReactNode; error?: string }) {
  const field = useField(name, { error, hint: box.hint })
  return (
    <div>
      <Line {...box} value={value} typed={field.typed} wiring={field.wiring} />
      <FieldError id={field.id} error={field.error} />
    </div>
  )
}

/** Any number of answers under one name; what is wrong is said once, for the list. */
export function CheckboxGroup({
  name,
  label,
  hint,
  error,
  choices,
}: Omit<FieldProps, 'defaultValue' | 'required'> & { choices: Box[] }) {
  const field = useField(name, { error, hint })
  return (
    <fieldset id={field.id} aria-describedby={field.wiring['aria-describedby']} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <FieldHint id={field.id} hint={hint} />
      <div className="grid gap-2 pt-1 sm:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]">
        {choices.map((choice) => (
          <Line
            key={choice.value}
            {...choice}
            typed={field.typed}
            wiring={{ id: `${field.id}-${choice.value}`, name, 'aria-invalid': field.wiring['aria-invalid'] }}
          />
        ))}
      </div>
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  )
}

type Wiring = { id: string; name: string; 'aria-invalid'?: true; 'aria-describedby'?: string }

function Line({
  value,
  label,
  hint,
  defaultChecked,
  disabled,
  typed,
  wiring,
}: Box & { typed?: string | string[]; wiring: Wiring }) {
  const checked = typed === undefined ? defaultChecked : [typed].flat().includes(value)
  return (
    <div className="flex items-start gap-2.5">
      <input
        {...wiring}
        type="checkbox"
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        className="mt-[0.2rem] size-4 shrink-0 pointer-coarse:size-5"
      />
      <div className="flex min-w-0 flex-col gap-0.5">
        <label htmlFor={wiring.id}>{label}</label>
        <FieldHint id={wiring.id} hint={hint} />
      </div>
    </div>
  )
}
