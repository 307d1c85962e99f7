import { ListFilter } from 'lucide'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { mechanisms } from '#lib/mechanisms/catalogue.ts'
import type { Option } from '#lib/options.ts'

/** All of it in the address; what is chosen is taken away by one link. */
export function ExposureFilters({
  filters,
  teams,
  services,
  hrefOf,
}: {
  filters: Record<string, unknown>
  teams: Option[]
  services: Option[]
  hrefOf: (filters: Record<string, unknown>) => string
}) {
  const t = useTranslations('exposure.filters')
  const selects = {
    mechanism: mechanisms.map(({ code, name }) => ({ value: code, label: name })),
    team: teams,
    service: services,
    tier: ['0', '1', '2', '3'].map((value) => ({ value, label: t('upTo', { tier: value }) })),
  }
  const names = Object.keys(selects) as (keyof typeof selects)[]
  return (
    <search className="mb-4 block print:hidden">
      <form action="/exposure" method="get" className="flex flex-wrap items-center gap-2">
        {typeof filters.state === 'string' && <input type="hidden" name="state" value={filters.state} />}
        {names.map((name) => (
          <FilterSelect
            key={name}
            name={name}
            label={t(name)}
            value={filters[name] === undefined ? undefined : String(filters[name])}
            options={selects[name]}
          />
        ))}
        <Button type="submit">
          <Icon icon={ListFilter} />
          {t('apply')}
        </Button>
        {names.some((name) => filters[name] !== undefined) && (
          <Link
            href={hrefOf({ state: filters.state })}
            className="px-1.5 text-sm text-muted hover:text-ink hover:underline"
          >
            {t('clear')}
          </Link>
        )}
      </form>
    </search>
  )
}
