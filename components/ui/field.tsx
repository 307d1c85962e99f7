'use client'

import { CircleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useUiText } from './ui-text.tsx'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Overrides what the surrounding Form knows. */
  error?: string
  defaultValue?: string
  required?: boolean
}

type FrameProps = Pick<FieldProps, 'label' | 'hint' | 'error' | 'required'> & { id: string; children: ReactNode }

/** Label above, hint below it, then the control, then what is wrong. Optional fields say so; required ones are the norm. */
export function FieldFrame({ id, label, hint, error, required, children }: FrameProps) {
  const text = useUiText()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {!required && <span className="font-normal text-faint"> {text.optional}</span>}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null
  return (
    <p id={`${id}-hint`} className="text-sm text-muted">
      {hint}
    </p>
  )
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <Icon icon={CircleAlert} className="mt-0.5 size-4" />
      {error}
    </p>
  )
}
