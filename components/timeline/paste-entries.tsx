'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { EntryKind } from '#lib/timeline/model.ts'
import type { PasteText } from './paste-text.ts'
import { PastedRow } from './pasted-row.tsx'

export type Pasted = {
  pasted: string
  day?: string
  problem?: string
  left: number
  lines: {
    number: number
    at: string
    text: string
    kind: EntryKind
    problem?: string
    newDay: boolean
    back: boolean
  }[]
}

/** Two steps: the lines as they came, then what they were read as, to be mended and saved together or not at all. */
export function PasteEntries({
  preview,
  save,
  zone,
  text,
}: {
  preview: (previous: Pasted, form: FormData) => Promise<Pasted>
  save: FormAction
  zone: string
  text: PasteText
}) {
  const [read, look] = useActionState(preview, { pasted: '', lines: [], left: 0 })
  return (
    <div className="flex flex-col gap-6">
      <form action={look} className="flex flex-col gap-4">
        <TextArea
          key={read.pasted}
          name="pasted"
          label={text.lines}
          hint={text.hint}
          error={read.problem}
          defaultValue={read.pasted}
          required
          rows={8}
          className="font-mono text-sm"
        />
        <TextField key={read.day} name="day" type="date" label={text.day} hint={text.dayHint} defaultValue={read.day} />
        <div>
          <Button type="submit">{read.lines.length > 0 ? text.again : text.look}</Button>
        </div>
      </form>
      {read.lines.length > 0 && (
        // Another reading is another form, without what was mended in the one before.
        <Form key={read.lines.map(({ at, text }) => at + text).join()} action={save} className="flex flex-col gap-4">
          {read.left > 0 && <Callout tone="warn">{text.left}</Callout>}
          <ol className="flex flex-col gap-4">
            {read.lines.map((line, index) => (
              <PastedRow key={line.number} line={line} index={index} zone={zone} text={text} />
            ))}
          </ol>
          <div>
            <SubmitButton>{text.save}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
