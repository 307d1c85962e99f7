import { useTranslations } from 'next-intl'
import { FilterBar, type FilterChip, FilterSelect } from '#components/ui/filter-bar.tsx'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { type Option, optionsOf } from '#lib/options.ts'
import { type ProgramKind, programKinds } from '#lib/programs/vocabulary.ts'

type Filters = { q?: string; status: string; kind?: ProgramKind; team?: string; mechanism?: string }

/** Everything but the status, which has its tabs and is carried along. */
export function ProgramFilters({ filters, teams }: { filters: Filters; teams: Option[] }) {
  const t = useTranslations('programs.list')
  const chips: FilterChip[] = (
    [
      ['q', filters.q],
      ['kind', filters.kind && programKinds[filters.kind]],
      ['team', filters.team && (teams.find(({ value }) => value === filters.team)?.label ?? filters.team)],
      ['mechanism', filters.mechanism && (findMechanism(filters.mechanism)?.name ?? filters.mechanism)],
    ] as const
  ).flatMap(([key, value]) =>
    value ? [{ label: t(`filter.${key}`), value, removeHref: hrefOf({ ...filters, [key]: undefined }) }] : [],
  )
  const kinds = optionsOf(programKinds)
  return (
    <FilterBar
      action="/programs"
      query={filters.q}
      placeholder={t('filter.placeholder')}
      chips={chips}
      clearHref={hrefOf({ status: filters.status })}
    >
      <input type="hidden" name="status" value={filters.status} />
      {filters.mechanism && <input type="hidden" name="mechanism" value={filters.mechanism} />}
      <FilterSelect name="kind" label={t('filter.anyKind')} value={filters.kind} options={kinds} />
      <FilterSelect name="team" label={t('filter.anyTeam')} value={filters.team} options={teams} />
    </FilterBar>
  )
}

const hrefOf = (filters: Filters) =>
  `/programs?${new URLSearchParams(Object.entries(filters).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])))}`
