import { ShieldAlert } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DecisionList } from '#components/action-items/decision-list.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { ListDecisionsInput, listDecisions } from '#lib/action-items/decisions.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'
import { teamChoices } from '../../choices.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems.decisions'))('title') }
}

export default async function DecisionsPage({ searchParams }: Asked) {
  const [t, items, context] = await Promise.all([
    getTranslations('actionItems.decisions'),
    getTranslations('actionItems'),
    currentContext(),
  ])
  const list = listAt('/action-items/decisions', ListDecisionsInput, await searchParams)
  const { page, teams } = await read(context, async (work) => ({
    page: await listDecisions(work, list.filters),
    teams: await teamChoices(work),
  }))
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      crumbs={[{ href: '/action-items', label: items('title') }]}
      tabs={{
        label: t('kind'),
        tabs: list.tabs('kind', ['risk_accepted', 'declined'] as const, (kind) => ({ label: t(kind) })),
      }}
      filters={
        <ListFilters
          list={list}
          label={() => items('filters.team')}
          any={() => items('filters.anyTeam')}
          choices={{ team: teams }}
          search={{ label: items('filters.q'), placeholder: items('filters.search') }}
        />
      }
      none={page.items.length === 0 && { icon: ShieldAlert, title: t('none'), children: t('noneText') }}
      pages={list.pages(page)}
    >
      <Panel>
        <DecisionList items={page.items} />
      </Panel>
    </ListPage>
  )
}
