import { FileText } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PostmortemTable } from '#components/postmortems/postmortem-table.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { severities } from '#lib/incidents/model.ts'
import { states } from '#lib/postmortems/model.ts'
import { listPostmortems } from '#lib/postmortems/queries.ts'
import { ListPostmortemsInput } from '#lib/postmortems/schema.ts'
import { listServices } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('postmortems'))('heading') }
}

export default async function PostmortemsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, context] = await Promise.all([getTranslations('postmortems'), currentContext()])
  const filters = filtersFrom(ListPostmortemsInput, await searchParams)
  const { page, teams, services } = await read(context, async (work) => ({
    page: await listPostmortems(work, filters),
    teams: await listTeamOptions(work),
    services: (await listServices(work, { limit: 100 })).items,
  }))
  const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
  const team = teams.map(({ slug, name }) => ({ value: slug, label: name }))
  const service = services.map(({ slug, name }) => ({ value: slug, label: name }))
  const given = { ...filters, cursor: undefined, limit: undefined }
  const filtered = Object.values(given).some(Boolean)
  const without = (key: keyof typeof given) => hrefWith('/postmortems', { ...given, [key]: undefined })
  const labelOf = (choices: { value: string; label: string }[], value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? value
  const chips = [
    filters.q && { label: t('title'), value: filters.q, removeHref: without('q') },
    filters.state?.[0] && {
      label: t('state'),
      value: filters.state.map((state) => states[state]).join(', '),
      removeHref: without('state'),
    },
    filters.severity?.[0] && {
      label: t('severity'),
      value: filters.severity.map((severity) => severities[severity]).join(', '),
      removeHref: without('severity'),
    },
    filters.team && { label: t('team'), value: labelOf(team, filters.team), removeHref: without('team') },
    filters.service && {
      label: t('service'),
      value: labelOf(service, filters.service),
      removeHref: without('service'),
    },
    filters.mechanism && { label: t('mechanism'), value: filters.mechanism, removeHref: without('mechanism') },
  ].filter((chip) => typeof chip === 'object')

  return (
    <>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <LinkButton href="/postmortems/new" tone="primary">
            {t('new')}
          </LinkButton>
        }
      />
      <FilterBar
        action="/postmortems"
        query={filters.q}
        placeholder={t('filter')}
        chips={chips}
        clearHref="/postmortems"
      >
        <FilterSelect name="state" label={t('anyState')} value={filters.state?.[0]} options={options(states)} />
        <FilterSelect
          name="severity"
          label={t('anySeverity')}
          value={filters.severity?.[0]}
          options={options(severities)}
        />
        <FilterSelect name="team" label={t('anyTeam')} value={filters.team} options={team} />
        <FilterSelect name="service" label={t('anyService')} value={filters.service} options={service} />
      </FilterBar>
      {page.items.length > 0 ? (
        <>
          <PostmortemTable rows={page.items} zone={context.actor.zone} />
          <Pagination
            nextHref={page.nextCursor && hrefWith('/postmortems', { ...given, cursor: page.nextCursor })}
            firstHref={filters.cursor ? hrefWith('/postmortems', given) : null}
          />
        </>
      ) : filtered ? (
        <EmptyState
          icon={FileText}
          title={t('empty.none')}
          actions={
            <>
              <LinkButton href="/postmortems">{t('empty.clear')}</LinkButton>
              <LinkButton href={hrefWith('/search', { q: filters.q })} tone="quiet">
                {t('empty.search')}
              </LinkButton>
            </>
          }
        >
          {t('empty.noneText')}
        </EmptyState>
      ) : (
        <EmptyState
          icon={FileText}
          title={t('empty.title')}
          actions={<LinkButton href="/incidents/new">{t('empty.record')}</LinkButton>}
        >
          {t('empty.text')}
        </EmptyState>
      )}
    </>
  )
}
