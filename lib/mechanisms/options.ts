import type { Option, OptionGroup } from '#lib/options.ts'
import { mechanismGroups, mechanisms } from './catalogue.ts'

export const mechanismOptions: Option[] = mechanisms.map(({ code, name }) => ({ value: code, label: name }))

/** For a list to choose one from, where fifty in a row would be too many. */
export const mechanismOptionGroups: OptionGroup[] = Object.entries(mechanismGroups).map(([group, label]) => ({
  label,
  options: mechanismOptions.filter(({ value }) => value.startsWith(`${group}.`)),
}))
