'use client'

import { Repeated } from '#components/incidents/repeated.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'

type Text = { add: string; first: string; second: string }

/** The numbers of the incidents it answers. A blank one is left out. */
export function IncidentRows({ incidents, text }: { incidents: ActionItemOut['incidents']; text: Text }) {
  return (
    <Repeated
      name="incidents"
      filled={incidents.length}
      most={20}
      spare={1}
      add={text.add}
      row={(index) => (
        <TextField
          key={index}
          name={`incidents.${index}`}
          label={`${text.first} ${index + 1}`}
          defaultValue={incidents[index]?.number.toString()}
          inputMode="numeric"
          className="max-w-48"
        />
      )}
    />
  )
}

export function LinkRows({ links, text }: { links: ActionItemOut['links']; text: Text }) {
  return (
    <Repeated
      name="links"
      filled={links.length}
      most={10}
      spare={1}
      add={text.add}
      row={(index) => (
        <div key={index} className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <TextField
            name={`links.${index}.label`}
            label={`${text.first} ${index + 1}`}
            defaultValue={links[index]?.label}
            maxLength={80}
          />
          <TextField
            name={`links.${index}.url`}
            type="url"
            label={`${text.second} ${index + 1}`}
            defaultValue={links[index]?.url}
            maxLength={2000}
          />
        </div>
      )}
    />
  )
}
