'use client'

import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Pasted } from './paste-entries.tsx'
import type { PasteText } from './paste-text.ts'

/** One pasted line as it was read. Every part of it can be mended before anything is saved. */
export function PastedRow({
  line,
  index,
  zone,
  text,
}: {
  line: Pasted['lines'][number]
  index: number
  zone: string
  text: PasteText
}) {
  const name = (field: string) => `entries.${index}.${field}`
  const note = [line.newDay && text.newDay, line.back && text.back].filter((part) => part !== false).join(' ')
  return (
    <li className="flex flex-col gap-2.5 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <input type="hidden" name={name('zone')} value={zone} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name={name('at')}
          label={text.at}
          hint={note || undefined}
          defaultValue={line.at}
          {...(line.problem && { error: line.problem })}
          required
          maxLength={40}
          className="tabular-nums"
        />
        <Select name={name('kind')} label={text.kind} defaultValue={line.kind} required options={text.kinds} />
      </div>
      <TextField name={name('text')} label={text.text} defaultValue={line.text} required maxLength={500} />
    </li>
  )
}
