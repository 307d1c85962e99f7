'use client'

import type { ReactNode } from 'react'
import { useField } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option, OptionGroup } from '#lib/options.ts'
import { MomentField, type MomentText } from './moment-field.tsx'
import { Repeated } from './repeated.tsx'

/** One box of a row. */
export type RowField = {
  name: string
  label: string
  hint?: string
  required?: boolean
  /** Takes a line of its own. */
  wide?: boolean
} & (
  | { kind: 'line'; suggestions?: string[]; inputMode?: 'decimal' | 'url'; maxLength?: number }
  | { kind: 'choice'; options: (Option | OptionGroup)[] }
  | { kind: 'moment' }
)

/** What stands in the boxes of a row; `id` only where the row keeps one. */
export type RowValues = Record<string, string | null>

type Props = {
  name: string
  rows: RowValues[]
  fields: RowField[]
  zone: string
  most: number
  spare?: number
  text: { row: string[]; another: string; remove: string }
  momentText: MomentText
}

/**
 * A list of facts as rows of boxes. Blank rows wait at the end, because without scripts there is no adding; a row that
 * stands is taken away by ticking its box.
 */
export function FactRows({ name, rows, fields, zone, most, spare = 1, text, momentText }: Props) {
  return (
    <div>
      {fields.map((field) => (
        <Suggested key={field.name} id={listId(name, field)} field={field} />
      ))}
      <Repeated
        name={name}
        filled={rows.length}
        most={most}
        spare={spare}
        add={text.another}
        row={(index) => (
          <fieldset
            key={index}
            className="rounded-lg border border-line bg-raised p-4 has-[[data-remove]:checked]:border-dashed has-[[data-remove]:checked]:text-muted"
          >
            <legend className="px-1.5 text-sm font-medium text-muted">{text.row[index] ?? text.row[0]}</legend>
            {rows[index]?.id && <input type="hidden" name={`${name}.${index}.id`} value={rows[index].id} />}
            <div className="grid items-start gap-x-4 gap-y-3.5 sm:grid-cols-2">
              {fields.map((field) => (
                <div key={field.name} className={field.wide ? 'sm:col-span-2' : ''}>
                  <Box
                    name={name}
                    index={index}
                    field={field}
                    value={rows[index]?.[field.name]}
                    {...{ zone, momentText }}
                  />
                </div>
              ))}
            </div>
            {rows[index] && <Remove name={`${name}.${index}.remove`}>{text.remove}</Remove>}
          </fieldset>
        )}
      />
    </div>
  )
}

type BoxProps = Pick<Props, 'name' | 'zone' | 'momentText'> & {
  index: number
  field: RowField
  value: string | null | undefined
}

function Box({ name, index, field, value, zone, momentText }: BoxProps) {
  const { label, hint, required } = field
  const common = { name: `${name}.${index}.${field.name}`, label, hint, required }
  if (field.kind === 'moment') return <MomentField {...common} zone={zone} value={value} text={momentText} />
  if (field.kind === 'choice')
    return <Select {...common} defaultValue={value ?? ''} placeholder="" options={field.options} />
  return (
    <TextField
      {...common}
      defaultValue={value ?? ''}
      list={field.suggestions ? listId(name, field) : undefined}
      inputMode={field.inputMode}
      maxLength={field.maxLength ?? 500}
    />
  )
}

function Remove({ name, children }: { name: string; children: ReactNode }) {
  const { typed } = useField(name, {})
  return (
    <label className="mt-3.5 flex w-fit items-center gap-2.5 text-sm text-muted">
      <input
        type="checkbox"
        name={name}
        data-remove
        defaultChecked={typed === 'on'}
        className="size-4 pointer-coarse:size-5"
      />
      {children}
    </label>
  )
}

const listId = (name: string, field: RowField) => `known-${name}-${field.name}`

function Suggested({ id, field }: { id: string; field: RowField }) {
  if (field.kind !== 'line' || !field.suggestions) return null
  return (
    <datalist id={id}>
      {field.suggestions.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}
