import { Select } from '#components/ui/select.tsx'
import type { Option, OptionGroup } from '#lib/options.ts'

/** Every zone the server knows, by continent: a native list is searched by typing and works on a phone. */
export function ZoneField({
  name,
  label,
  hint,
  defaultValue = 'UTC',
}: {
  name: string
  label: string
  hint?: string
  defaultValue?: string
}) {
  return (
    <Select name={name} label={label} hint={hint} defaultValue={defaultValue} required options={zones(defaultValue)} />
  )
}

function zones(chosen: string): (Option | OptionGroup)[] {
  // Node leaves out UTC, and names some places otherwise than the zone somebody chose earlier.
  const names = [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])]
  const option = (value: string) => ({ value, label: value.replaceAll('_', ' ') })
  const alone = names.filter((name) => !name.includes('/'))
  const continents = [...new Set(names.filter((name) => name.includes('/')).map(continentOf))].sort()
  const group = (label: string) => ({
    label,
    options: names.filter((name) => name.startsWith(`${label}/`)).map(option),
  })
  return [...alone.map(option), ...continents.map(group)]
}

const continentOf = (name: string) => name.split('/')[0] ?? name
