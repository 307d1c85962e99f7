'use client'

import type { SelectHTMLAttributes } from 'react'
import type { Option, OptionGroup } from '#lib/options.ts'
import { FieldFrame, type FieldProps } from './field.tsx'
import { useField } from './form-state.ts'

type Props = FieldProps & { options: (Option | OptionGroup)[]; placeholder?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'name' | 'id' | 'defaultValue' | 'required'
  >

/** The browser's own list: best on phones, searchable by typing, needs no script. */
export function Select({ name, label, hint, error, defaultValue, required, options, placeholder, ...rest }: Props) {
  const field = useField(name, { error, hint, defaultValue })
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} required={required}>
      <select
        // React does not move a select to a new default, so a new default makes a new select.
        key={field.defaultValue}
        {...rest}
        {...field.wiring}
        required={required}
        defaultValue={field.defaultValue ?? ''}
        className="control"
      >
        {(placeholder !== undefined || !required) && <option value="">{placeholder ?? ''}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(choice)}
            </optgroup>
          ) : (
            choice(entry)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

const choice = (option: Option) => (
  <option key={option.value} value={option.value} disabled={option.disabled}>
    {option.label}
  </option>
)
