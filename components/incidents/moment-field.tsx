'use client'

import { use } from 'react'
import { FieldFrame } from '#components/ui/field.tsx'
import { FormContext, useField } from '#components/ui/form-state.ts'
import { clearWallOf, exactWallOf, instantsOf, momentOf, wallOf } from '#lib/wall-clock.ts'

export type MomentText = { which: string; first: string; second: string; leaveOut: string }

/**
 * A date and time on the wall clock of the form's zone. Where that clock showed the time twice, the box becomes the
 * question which of the two is meant.
 */
export function MomentField({
  name,
  label,
  hint,
  zone,
  value,
  text,
  required = false,
}: {
  name: string
  label: string
  hint?: string
  zone: string
  value?: string | null
  text: MomentText
  required?: boolean
}) {
  const stored = value ? new Date(value) : null
  const field = useField(name, { hint, defaultValue: stored ? clearWallOf(stored, zone) : '' })
  const read = useZone(zone)
  const shown = field.defaultValue ?? ''
  const moment = momentOf(shown)
  const wall = moment instanceof Date ? wallOf(moment, read) : shown
  const choices = instantsOf(wall, read)
  return (
    <FieldFrame id={field.id} label={label} hint={hint} error={field.error} required={required}>
      {choices.length > 1 ? (
        <select
          key={shown}
          {...field.wiring}
          defaultValue={moment instanceof Date ? exactWallOf(moment, read) : wall}
          className="control"
        >
          <option value={wall}>{text.which}</option>
          {choices.map((at, index) => (
            <option key={at.getTime()} value={exactWallOf(at, read)}>
              {`${exactWallOf(at, read).replace('T', ' ')} (${index === 0 ? text.first : text.second})`}
            </option>
          ))}
          <option value="">{text.leaveOut}</option>
        </select>
      ) : (
        <input
          {...field.wiring}
          type="datetime-local"
          step="any"
          required={required}
          defaultValue={wall}
          className="control"
        />
      )}
    </FieldFrame>
  )
}

/** The zone the form was sent with, which may be another than it was rendered with. */
function useZone(rendered: string): string {
  const values = use(FormContext)?.state.values
  const sent = values?.timesIn ?? values?.zone
  return typeof sent === 'string' && sent !== '' ? sent : rendered
}
