import { useTranslations } from 'next-intl'
import { FilterBar, type FilterChip, FilterSelect } from '#components/ui/filter-bar.tsx'
import { environments, kinds, outcomes } from '#lib/exercises/vocabulary.ts'
import { type Option, optionsOf } from '#lib/options.ts'

/** Everything but the status, which has its tabs and is carried along. */
export function ExerciseFilters({
  filters,
  teams,
  services,
  programs,
  hrefOf,
}: {
  filters: Record<string, unknown> & { status: string; q?: string }
  teams: Option[]
  services: Option[]
  programs: Option[]
  hrefOf: (filters: Record<string, unknown>) => string
}) {
  const t = useTranslations('exercises.filters')
  const selects = {
    ...{ kind: optionsOf(kinds), environment: optionsOf(environments), outcome: optionsOf(outcomes) },
    ...{ team: teams, service: services, program: programs },
  }
  const names = Object.keys(selects) as (keyof typeof selects)[]
  const labelOf = (name: keyof typeof selects, value: unknown) =>
    selects[name].find((choice) => choice.value === String(value))?.label ?? String(value)
  const chips: FilterChip[] = [
    ...(filters.q ? [{ label: t('q'), value: filters.q, removeHref: hrefOf({ ...filters, q: undefined }) }] : []),
    ...names.flatMap((name) =>
      filters[name]
        ? [
            {
              label: t(name),
              value: labelOf(name, filters[name]),
              removeHref: hrefOf({ ...filters, [name]: undefined }),
            },
          ]
        : [],
    ),
  ]
  return (
    <FilterBar
      action="/exercises"
      query={filters.q}
      placeholder={t('search')}
      chips={chips}
      clearHref={hrefOf({ status: filters.status })}
    >
      <input type="hidden" name="status" value={filters.status} />
      {names.map((name) => (
        <FilterSelect
          key={name}
          name={name}
          label={t(name)}
          value={filters[name] === undefined ? undefined : String(filters[name])}
          options={selects[name]}
        />
      ))}
    </FilterBar>
  )
}
