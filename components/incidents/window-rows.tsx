'use client'

import { TextField } from '#components/ui/text-field.tsx'
import { MomentField, type MomentText } from './moment-field.tsx'
import { Repeated } from './repeated.tsx'

export type WindowRow = {
  startedAt: string
  endedAt: string | null
  scope: string
  trafficShare: number | null
  failingShare: number | null
  symptom: string
}
type Text = Record<'legend' | 'startedAt' | 'endedAt' | 'scope' | 'symptom' | 'traffic' | 'failing' | 'add', string>

/** Stretches of time in which somebody was worse off. */
export function WindowRows({
  rows,
  zone,
  text,
  momentText,
}: {
  rows: WindowRow[]
  zone: string
  text: Text
  momentText: MomentText
}) {
  return (
    <Repeated
      name="windows"
      filled={rows.length}
      most={20}
      spare={1}
      add={text.add}
      row={(index) => <WindowFields key={index} {...{ index, row: rows[index], zone, text, momentText }} />}
    />
  )
}

function WindowFields({
  index,
  row,
  zone,
  text,
  momentText,
}: {
  index: number
  row: WindowRow | undefined
  zone: string
  text: Text
  momentText: MomentText
}) {
  const name = (field: string) => `windows.${index}.${field}`
  const share = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value))
  const numeric = { inputMode: 'decimal', placeholder: '0.18' } as const
  return (
    <fieldset className="flex flex-col gap-4 border-t border-line pt-4 first-of-type:border-t-0 first-of-type:pt-0">
      <legend className="sr-only">{`${text.legend} ${index + 1}`}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <MomentField
          name={name('startedAt')}
          label={text.startedAt}
          zone={zone}
          value={row?.startedAt}
          text={momentText}
        />
        <MomentField name={name('endedAt')} label={text.endedAt} zone={zone} value={row?.endedAt} text={momentText} />
      </div>
      <TextField name={name('scope')} label={text.scope} defaultValue={row?.scope} maxLength={200} />
      <TextField name={name('symptom')} label={text.symptom} defaultValue={row?.symptom} maxLength={200} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name={name('trafficShare')}
          label={text.traffic}
          defaultValue={share(row?.trafficShare)}
          {...numeric}
        />
        <TextField
          name={name('failingShare')}
          label={text.failing}
          defaultValue={share(row?.failingShare)}
          {...numeric}
        />
      </div>
    </fieldset>
  )
}
