'use client'

import type { TextareaHTMLAttributes } from 'react'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useField } from './form-state.ts'

type Props = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id' | 'defaultValue' | 'required'>

/** Grows with its text where the browser can; elsewhere it scrolls. */
export function TextArea({ name, label, hint, error, defaultValue, required, className = '', ...rest }: Props) {
  const field = useField(name, { error, hint, defaultValue })
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} required={required}>
      <textarea
        rows={4}
        {...rest}
        {...field.wiring}
        required={required}
        defaultValue={field.defaultValue}
        className={`control control-area ${className}`}
      />
    </FieldFrame>
  )
}
