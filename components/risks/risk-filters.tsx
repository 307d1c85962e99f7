import { useTranslations } from 'next-intl'
import { FilterBar, type FilterChip, FilterSelect } from '#components/ui/filter-bar.tsx'
import { type Option, optionsOf } from '#lib/options.ts'
import { failureDomains, layers, redundancies } from '#lib/risks/vocabulary.ts'

type Filters = Record<string, unknown> & { status: string; q?: string }

/** Everything but the status, which has its tabs and is carried along. */
export function RiskFilters({
  filters,
  teams,
  services,
  programs,
  hrefOf,
}: {
  filters: Filters
  teams: Option[]
  services: Option[]
  programs: Option[]
  hrefOf: (filters: Record<string, unknown>) => string
}) {
  const t = useTranslations('risks.filters')
  const selects = {
    ...{ layer: optionsOf(layers), domain: optionsOf(failureDomains), redundancy: optionsOf(redundancies) },
    ...{ team: teams, service: services, program: programs },
  }
  const labelOf = (name: keyof typeof selects, value: unknown) =>
    selects[name].find((choice) => choice.value === String(value))?.label ?? String(value)
  const chips: FilterChip[] = [
    ...(filters.q ? [{ label: t('q'), value: filters.q, removeHref: hrefOf({ ...filters, q: undefined }) }] : []),
    ...(Object.keys(selects) as (keyof typeof selects)[]).flatMap((name) =>
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
      action="/risks"
      query={filters.q}
      placeholder={t('search')}
      chips={chips}
      clearHref={hrefOf({ status: filters.status })}
    >
      <input type="hidden" name="status" value={filters.status} />
      {(Object.keys(selects) as (keyof typeof selects)[]).map((name) => (
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
