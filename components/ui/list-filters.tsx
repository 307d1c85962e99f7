import { labelIn, type Option } from '#lib/options.ts'
import { FilterBar, FilterSelect } from './filter-bar.tsx'

type List = {
  path: string
  chosen: Record<string, unknown>
  href: (change: Record<string, unknown>) => string
}

/** A choice for each filter, and chips to take away what is chosen. The rest of the address, like a tab, is carried along. */
export function ListFilters<Name extends string, Told extends string = never>({
  list: { path, chosen, href },
  label,
  any = label,
  choices,
  told,
  search,
}: {
  list: List
  label: (name: Name | Told) => string
  /** What a choice says before something is chosen, where that is not its name. */
  any?: (name: Name) => string
  choices: Record<Name, readonly Option[]>
  /** What only links lead to: it can be taken away, and is not offered. */
  told?: Record<Told, readonly Option[]>
  search?: { label: string; placeholder: string }
}) {
  const named = Object.entries<readonly Option[]>({ ...told, ...choices }) as [Name | Told, readonly Option[]][]
  const valuesOf = (name: string) => [chosen[name] ?? []].flat().map(String)
  const chips = named.flatMap(([name, options]) => {
    const value = valuesOf(name).map((each) => labelIn(options, each))
    return value.length > 0
      ? [{ label: label(name), value: value.join(', '), removeHref: href({ [name]: undefined }) }]
      : []
  })
  const query = typeof chosen.q === 'string' ? chosen.q : undefined
  const carried = Object.keys(chosen).filter((name) => name !== 'q' && !(name in choices))
  return (
    <FilterBar
      action={path}
      placeholder={search?.placeholder}
      query={query}
      chips={search && query ? [{ ...search, value: query, removeHref: href({ q: undefined }) }, ...chips] : chips}
      clearHref={href(Object.fromEntries(['q', ...named.map(([name]) => name)].map((name) => [name, undefined])))}
    >
      {carried.flatMap((name) =>
        valuesOf(name).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      {(Object.keys(choices) as Name[]).map((name) => (
        <FilterSelect key={name} name={name} label={any(name)} value={valuesOf(name)[0]} options={choices[name]} />
      ))}
    </FilterBar>
  )
}
