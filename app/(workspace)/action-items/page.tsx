import { ListChecks } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionItemList } from '#components/action-items/action-item-list.tsx'
import { AdvanceForm } from '#components/action-items/advance-form.tsx'
import { ItemFilters } from '#components/action-items/item-filters.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { countActionItems, listActionItems } from '#lib/action-items/queries.ts'
import { ListActionItemsInput } from '#lib/action-items/schema.ts'
import { possibleSteps } from '#lib/action-items/standing.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { can } from '#lib/policy/can.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { advanceInList } from './actions.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('title') }
}

export default async function ActionItemsPage({ searchParams }: Props) {
  const [t, context] = await Promise.all([getTranslations('actionItems'), currentContext()])
  const filters = filtersFrom(ListActionItemsInput, await searchParams)
  const { page, counts, teams, people, steps } = await read(context, async (work) => {
    const page = await listActionItems(work, filters)
    return {
      page,
      counts: await countActionItems(work, filters),
      teams: (await listTeamOptions(work)).map(({ slug, name }) => ({ value: slug, label: name })),
      people: (await listActivePeople(work)).map(({ id, name }) => ({ value: id, label: name })),
      steps: await possibleSteps(work, page.items),
    }
  })
  const given = { ...filters, cursor: undefined, limit: undefined }
  const here = hrefWith('/action-items', { ...given, cursor: filters.cursor })
  const create = can(context.actor, 'create', 'actionItem')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('list.intro')}
        actions={
          <>
            <LinkButton href="/action-items/decisions">{t('decisions.title')}</LinkButton>
            <ExportMenu kind="action-items" query={hrefWith('', given).slice(1)} />
            {create.allowed && (
              <LinkButton href="/action-items/new" tone="primary">
                {t('list.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <TabsNav
        label={t('list.status')}
        tabs={(['open', 'overdue', 'closed', 'all'] as const).map((status) => ({
          href: hrefWith('/action-items', { ...given, status }),
          label: t(`list.${status}`),
          count: counts[status],
          current: filters.status === status,
        }))}
      />
      <ItemFilters filters={given} teams={teams} people={people} />
      {page.items.length > 0 ? (
        <Panel>
          <ActionItemList
            items={page.items}
            showPostmortem
            actions={(item) =>
              steps.has(item.number) && (
                <Disclosure summary={t('advance.button')}>
                  <AdvanceForm
                    action={advanceInList.bind(null, item.number, here)}
                    steps={steps.get(item.number) ?? []}
                  />
                </Disclosure>
              )
            }
          />
        </Panel>
      ) : (
        <EmptyState
          icon={ListChecks}
          title={t(`list.none.${filters.status}`)}
          actions={hasOthers(given) && <LinkButton href="/action-items">{t('list.clear')}</LinkButton>}
        >
          {t('list.noneText')}
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor && hrefWith('/action-items', { ...given, cursor: page.nextCursor })}
        firstHref={filters.cursor ? hrefWith('/action-items', given) : null}
      />
    </>
  )
}

const hasOthers = ({ status: _, ...others }: Record<string, unknown>) => Object.values(others).some(Boolean)
