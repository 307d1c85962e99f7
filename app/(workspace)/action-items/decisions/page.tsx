import { ShieldAlert } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DecisionList } from '#components/action-items/decision-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { ListDecisionsInput, listDecisions } from '#lib/action-items/decisions.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { slugOptions } from '#lib/options.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/action-items/decisions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems.decisions'))('title') }
}

export default async function DecisionsPage({ searchParams }: Props) {
  const [t, list, context] = await Promise.all([
    getTranslations('actionItems.decisions'),
    getTranslations('actionItems'),
    currentContext(),
  ])
  const filters = filtersFrom(ListDecisionsInput, await searchParams)
  const { page, teams } = await read(context, async (work) => ({
    page: await listDecisions(work, filters),
    teams: slugOptions(await listTeamOptions(work)),
  }))
  const given = { kind: filters.kind, team: filters.team, q: filters.q }
  const team = teams.find(({ value }) => value === filters.team)
  const chips = [
    ['q', filters.q],
    ['team', team?.label],
  ] as const
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        crumbs={[{ href: '/action-items', label: list('title') }]}
      />
      <TabsNav
        label={t('kind')}
        tabs={(['risk_accepted', 'declined'] as const).map((kind) => ({
          href: hrefWith(BASE, { ...given, kind }),
          label: t(kind),
          current: filters.kind === kind,
        }))}
      />
      <FilterBar
        action={BASE}
        query={filters.q}
        placeholder={list('filters.search')}
        chips={chips.flatMap(([key, value]) =>
          value
            ? [{ label: list(`filters.${key}`), value, removeHref: hrefWith(BASE, { ...given, [key]: undefined }) }]
            : [],
        )}
        clearHref={hrefWith(BASE, { kind: filters.kind })}
      >
        <input type="hidden" name="kind" value={filters.kind} />
        <FilterSelect name="team" label={list('filters.anyTeam')} value={filters.team} options={teams} />
      </FilterBar>
      {page.items.length > 0 ? (
        <Panel>
          <DecisionList items={page.items} />
        </Panel>
      ) : (
        <EmptyState icon={ShieldAlert} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor && hrefWith(BASE, { ...given, cursor: page.nextCursor })}
        firstHref={filters.cursor ? hrefWith(BASE, given) : null}
      />
    </>
  )
}
