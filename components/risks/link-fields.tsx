import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option } from '#lib/options.ts'

/** The services it is about. The empty box says that the list was sent, also when nothing in it is ticked. */
export function ServiceBoxes({
  label,
  hint,
  services,
  chosen,
}: {
  label: string
  hint?: string
  services: Option[]
  chosen: readonly string[]
}) {
  return (
    <>
      <input type="hidden" name="services" value="" />
      <CheckboxGroup
        name="services"
        label={label}
        {...(hint && { hint })}
        choices={services.map(({ value, label }) => ({ value, label, defaultChecked: chosen.includes(value) }))}
      />
    </>
  )
}

/** A number in each box; two more than are filled. */
export function NumberBoxes({
  name,
  label,
  hint,
  numbers,
}: {
  name: string
  label: string
  hint?: string
  numbers: readonly number[]
}) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-3">
        {boxes(numbers.map(String)).map((value, index) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is the place it stands at.
            key={index}
            name={`${name}.${index}`}
            label={`${label} ${index + 1}`}
            inputMode="numeric"
            defaultValue={value}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** A choice in each box; two more than are filled. */
export function ChoiceBoxes({
  name,
  label,
  hint,
  options,
  chosen,
}: {
  name: string
  label: string
  hint?: string
  options: Option[]
  chosen: readonly string[]
}) {
  if (options.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        {boxes(chosen).map((value, index) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is the place it stands at.
            key={index}
            name={`${name}.${index}`}
            label={`${label} ${index + 1}`}
            placeholder=""
            defaultValue={value}
            options={options}
          />
        ))}
      </div>
    </fieldset>
  )
}

const boxes = (filled: readonly string[]) => [...filled, '', '']
