import { Flame } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Still } from '#app/still.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { severities } from '#lib/incidents/model.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import { ListIncidentsInput } from '#lib/incidents/schema.ts'
import { mechanisms } from '#lib/mechanisms/catalogue.ts'
import { type Option, optionsOf, slugOptions } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { listServices } from '#lib/services/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { startOfMinute } from '#lib/time.ts'
import { ListUnwrittenInput } from '#lib/waivers/schema.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { showKept } from '#lib/web/show.ts'
import { Unwritten } from './unwritten.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents'))('title') }
}

export default async function IncidentsPage({ searchParams }: Props) {
  const [t, w, n, context] = await Promise.all([
    getTranslations('incidents'),
    getTranslations('waivers'),
    getTranslations('nearMiss'),
    currentContext(),
  ])
  const asked = await searchParams
  const filters = filtersFrom(ListIncidentsInput, asked)
  const unwritten = ListUnwrittenInput.shape.postmortem.safeParse(asked.postmortem || undefined)
  if (asked.postmortem && unwritten.success) return <Unwritten postmortem={unwritten.data} />
  const { page, teams, services } = await showKept(context, ['incidents', JSON.stringify(filters)], async (work) => ({
    page: await listIncidents(work, filters),
    teams: slugOptions(await listTeamOptions(work)),
    services: slugOptions((await listServices(work, { limit: 100 })).items),
  }))
  const given = { ...filters, cursor: undefined, limit: undefined }
  const create = can(context.actor, 'create', 'incident')
  const severity = optionsOf(severities)
  const mechanism = mechanisms.map(({ code, name }) => ({ value: code, label: name }))
  const chip = (key: 'severity' | 'team' | 'service' | 'mechanism' | 'q', choices: Option[]) => {
    const values = [filters[key] ?? []].flat()
    if (values.length === 0) return []
    const value = values.map((each) => choices.find((choice) => choice.value === each)?.label ?? each).join(', ')
    return [{ label: t(`filters.${key}`), value, removeHref: hrefWith('/incidents', { ...given, [key]: undefined }) }]
  }
  const chips = [
    ...chip('q', []),
    ...chip('severity', severity),
    ...chip('team', teams),
    ...chip('service', services),
    ...chip('mechanism', mechanism),
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('list.intro')}
        actions={
          <>
            <ExportMenu kind="incidents" query={hrefWith('', given).slice(1)} />
            {create.allowed && (
              <>
                <LinkButton href="/near-misses/new">{n('record')}</LinkButton>
                <LinkButton href="/incidents/new" tone="primary">
                  {t('list.record')}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <FilterBar
        action="/incidents"
        query={filters.q}
        placeholder={t('list.filter')}
        chips={chips}
        clearHref="/incidents"
      >
        <FilterSelect name="severity" label={t('list.anySeverity')} value={filters.severity?.[0]} options={severity} />
        <FilterSelect name="team" label={t('list.anyTeam')} value={filters.team} options={teams} />
        <FilterSelect name="service" label={t('list.anyService')} value={filters.service} options={services} />
        <FilterSelect
          name="postmortem"
          label={w('filter')}
          options={[
            { value: 'needed', label: w('filterNeeded') },
            { value: 'waived', label: w('filterWaived') },
          ]}
        />
        <FilterSelect name="mechanism" label={t('list.anyMechanism')} value={filters.mechanism} options={mechanism} />
      </FilterBar>
      {page.items.length > 0 ? (
        <Still of="IncidentTable" rows={page.items} zone={context.actor.zone} now={startOfMinute(context.now)} />
      ) : (
        <None filtered={chips.length > 0} />
      )}
      <Pagination
        nextHref={page.nextCursor && hrefWith('/incidents', { ...given, cursor: page.nextCursor })}
        firstHref={filters.cursor ? hrefWith('/incidents', given) : null}
      />
    </>
  )
}

async function None({ filtered }: { filtered: boolean }) {
  const t = await getTranslations('incidents.list')
  const action = filtered ? (
    <LinkButton href="/incidents">{t('clear')}</LinkButton>
  ) : (
    <LinkButton href="/incidents/new">{t('record')}</LinkButton>
  )
  return (
    <EmptyState icon={Flame} title={t(filtered ? 'noneFound' : 'none')} actions={action}>
      {t(filtered ? 'noneFoundText' : 'noneText')}
    </EmptyState>
  )
}
