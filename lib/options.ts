/** One thing to choose in a form or a filter. */
export type Option = { value: string; label: string; disabled?: boolean }

export type OptionGroup = { label: string; options: Option[] }

/** The words of a closed list. */
export const optionsOf = (words: Record<string | number, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Teams and services, which are told apart by the name in their address. */
export const slugOptions = (rows: readonly { slug: string; name: string }[]): Option[] =>
  rows.map(({ slug, name }) => ({ value: slug, label: name }))

export const personOptions = (people: readonly { id: string; name: string }[]): Option[] =>
  people.map(({ id, name }) => ({ value: id, label: name }))

/** How a value is called; one that is not among them, as after a mistyped address, is shown as it is. */
export const labelIn = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value
