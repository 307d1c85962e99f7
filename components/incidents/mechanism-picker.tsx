'use client'

import { FieldError } from '#components/ui/field.tsx'
import { useField } from '#components/ui/form-state.ts'

export type MechanismGroupChoice = { label: string; choices: { code: string; name: string; definition: string }[] }

/** All ways systems get hurt, in their groups. */
export function MechanismPicker({
  groups,
  chosen,
  label,
}: {
  groups: MechanismGroupChoice[]
  chosen: string[]
  label: string
}) {
  const field = useField('mechanisms', {})
  const typed = field.typed === undefined ? chosen : [field.typed].flat()
  return (
    <fieldset id={field.id} aria-describedby={field.wiring['aria-describedby']}>
      <legend className="sr-only">{label}</legend>
      <FieldError id={field.id} error={field.error} />
      {/* Says "none" when nothing is ticked. */}
      <input type="hidden" name="mechanisms" value="" />
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => (
          <fieldset key={group.label}>
            <legend className="mb-1.5 text-sm font-semibold text-muted">{group.label}</legend>
            {group.choices.map(({ code, name, definition }) => (
              <label key={code} title={definition} className="flex items-start gap-2.5 py-0.5 pointer-coarse:py-2">
                <input
                  type="checkbox"
                  name="mechanisms"
                  value={code}
                  defaultChecked={typed.includes(code)}
                  className="mt-[0.2rem] size-4 shrink-0"
                />
                {name}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}
