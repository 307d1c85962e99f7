import { Bookmark } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { NewViewForm } from '#components/views/view-fields.tsx'
import { ViewList } from '#components/views/view-list.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { type ListName, lists, tidyQuery } from '#lib/views/model.ts'
import { listViews } from '#lib/views/queries.ts'
import { ListViewsInput } from '#lib/views/schema.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { teamChoices } from '../choices.ts'
import { begin, remove, saveAnotherView, update } from '../view-actions.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/views'
const tabs: (ListName | undefined)[] = [undefined, ...(Object.keys(lists) as ListName[])]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('views'))('title') }
}

export default async function ViewsPage({ searchParams }: Props) {
  const [t, context, asked] = await Promise.all([getTranslations('views'), currentContext(), searchParams])
  const filters = filtersFrom(ListViewsInput, asked)
  const { list, cursor } = filters
  const { personId, role } = context.actor
  const { page, teams, maySave } = await read(context, async (work) => ({
    page: await listViews(work, filters),
    teams: await teamChoices(work),
    maySave: can(work.actor, 'create', 'view').allowed,
  }))
  const editable = new Set(
    page.items
      .filter(({ by, sharing }) => by.id === personId || (role === 'administrator' && sharing !== 'me'))
      .map(({ id }) => id),
  )
  const from = [asked.from].flat()[0]?.slice(0, 2_000)
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      <TabsNav
        label={t('list')}
        tabs={tabs.map((each) => ({
          href: hrefWith(BASE, { list: each }),
          label: each ? t(`lists.${each}`) : t('all'),
          current: list === each,
        }))}
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div>
          {page.items.length > 0 ? (
            <ViewList views={page.items} {...{ editable, teams, update, remove, begin }} />
          ) : (
            <EmptyState icon={Bookmark} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          )}
          <Pagination
            nextHref={page.nextCursor && hrefWith(BASE, { list, cursor: page.nextCursor })}
            firstHref={cursor ? hrefWith(BASE, { list }) : null}
          />
        </div>
        {list && from !== undefined && maySave && (
          <Panel title={t('from')}>
            <NewViewForm {...{ list, teams }} query={tidyQuery(list, from)} save={saveAnotherView} />
          </Panel>
        )}
      </div>
    </>
  )
}
