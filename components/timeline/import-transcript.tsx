'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { TranscriptState } from '#lib/timeline/schema.ts'
import { HeardPreview } from './heard-preview.tsx'
import type { ImportText } from './import-text.ts'
import { NamesTable } from './names-table.tsx'

/** Two steps: how the transcript is read, and then, with the names looked at, keeping it. */
export function ImportTranscript({
  look,
  keep,
  text,
}: {
  look: (previous: TranscriptState, form: FormData) => Promise<TranscriptState>
  keep: FormAction
  text: ImportText
}) {
  const [read, send] = useActionState(look, { given: { transcript: '' } })
  const { given, heard, items, words, problem } = read
  return (
    <div className="flex flex-col gap-8">
      <form
        action={send}
        // A file may stand in for the text, so the browser cannot know what is missing; the answer says it.
        noValidate
        className="flex max-w-4xl flex-col gap-4"
        key={given.transcript + (given.dates ?? '')}
      >
        <TextArea
          name="transcript"
          label={text.transcript}
          hint={text.transcriptHint}
          error={problem ?? heard?.problem}
          defaultValue={given.transcript}
          required
          rows={10}
          className="font-mono text-sm"
        />
        <div className="flex flex-col gap-1">
          <label htmlFor="transcript-file" className="font-medium">
            {text.file}
          </label>
          <p className="text-sm text-muted">{text.fileHint}</p>
          <input
            id="transcript-file"
            className="text-sm"
            type="file"
            name="file"
            accept=".json,.csv,.txt,.log,.md,.ndjson,.tsv"
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            name="zone"
            label={text.zone}
            hint={text.zoneHint}
            required
            defaultValue={given.zone ?? text.incidentZone}
            options={text.zones}
          />
          <TextField name="day" type="date" label={text.day} hint={text.dayHint} defaultValue={given.day} />
          <Select
            name="dates"
            label={text.dates}
            hint={text.datesHint}
            required
            defaultValue={given.dates ?? ''}
            options={text.dateChoices}
          />
        </div>
        <div>
          <Button type="submit" tone={heard ? 'plain' : 'primary'}>
            {heard ? text.again : text.look}
          </Button>
        </div>
      </form>
      {heard && items && words && !heard.problem && (
        <Form
          key={`${given.transcript}${given.zone}${given.day}${given.dates}`}
          action={keep}
          className="flex max-w-4xl flex-col gap-5"
        >
          <HeardPreview heard={heard} items={items} words={words} text={text} />
          <input type="hidden" name="transcript" value={given.transcript} />
          <input type="hidden" name="zone" value={given.zone ?? ''} />
          <input type="hidden" name="day" value={given.day ?? ''} />
          <input type="hidden" name="dates" value={given.dates ?? ''} />
          {heard.names.length > 0 && <NamesTable names={heard.names} text={text} />}
          <div>
            <SubmitButton>{text.keep}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
