'use client'

import type { InputHTMLAttributes, Ref } from 'react'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useField } from './form-state.ts'

type Props = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'defaultValue' | 'required'> & {
    ref?: Ref<HTMLInputElement>
  }

/** One line of text; `type` may be anything a browser draws itself, dates included. */
export function TextField({ name, label, hint, error, defaultValue, required, className = '', ...rest }: Props) {
  const field = useField(name, { error, hint, defaultValue })
  // A password typed once is never sent back into a page.
  const value = rest.type === 'password' ? undefined : field.defaultValue
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} required={required}>
      <input {...rest} {...field.wiring} required={required} defaultValue={value} className={`control ${className}`} />
    </FieldFrame>
  )
}
