'use client'

import { Checkbox } from '#components/ui/checkbox.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ImportText } from './import-text.ts'

type Named = { name: string; said: number; initials: string }

/** Name → role. Nothing is replaced before somebody says that they have looked. */
export function NamesTable({ names, text }: { names: readonly Named[]; text: ImportText }) {
  return (
    <section aria-label={text.names} className="flex flex-col gap-3 rounded-lg border border-line p-4">
      <h2 className="font-semibold">{text.names}</h2>
      <p className="text-sm text-muted">{text.namesHint}</p>
      <ul className="flex flex-col gap-3">
        {names.map(({ name, said, initials }, index) => (
          <li key={name} className="grid items-end gap-x-4 gap-y-1 sm:grid-cols-2">
            <input type="hidden" name={`names.${index}.name`} value={name} />
            <p className="self-center">
              {name} <span className="text-sm text-faint tabular-nums">{said > 0 ? `× ${said}` : text.spokenTo}</span>
            </p>
            <TextField
              name={`names.${index}.role`}
              label={
                <>
                  {text.role}
                  <span className="sr-only"> {name}</span>
                </>
              }
              required
              defaultValue={initials}
              maxLength={80}
            />
          </li>
        ))}
      </ul>
      <Checkbox name="rename" label={text.rename} />
    </section>
  )
}
