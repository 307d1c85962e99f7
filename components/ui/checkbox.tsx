'use client'

import type { ReactNode } from 'react'
import { FieldError, FieldHint } from './field.tsx'
import { useField } from './form-state.ts'

type Props = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  value?: string
  defaultChecked?: boolean
  disabled?: boolean
}

/** A yes or no that takes effect when the form is sent. Several with one name make a list. */
export function Checkbox({ name, label, hint, error, value = 'on', defaultChecked, disabled }: Props) {
  const field = useField(name, { error, hint })
  const id = `${field.id}-${value}`
  const checked = field.typed === undefined ? defaultChecked : [field.typed].flat().includes(value)
  return (
    <div className="flex items-start gap-2.5">
      <input
        {...field.wiring}
        id={id}
        type="checkbox"
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        className="mt-[0.2rem] size-4 shrink-0 pointer-coarse:size-5"
      />
      <div className="flex min-w-0 flex-col gap-0.5">
        <label htmlFor={id}>{label}</label>
        <FieldHint id={field.id} hint={hint} />
        <FieldError id={field.id} error={field.error} />
      </div>
    </div>
  )
}
