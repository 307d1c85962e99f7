import { Bookmark } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ViewFields } from '#components/board/view-fields.tsx'
import { ViewList } from '#components/board/view-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { PageInput } from '#lib/page.ts'
import { tidyQuery } from '#lib/views/model.ts'
import { listViews } from '#lib/views/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { itemChoices } from '../choices.ts'
import { begin, remove, saveAnotherView, update } from './actions.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/action-items/views'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('board.views'))('title') }
}

export default async function ViewsPage({ searchParams }: Props) {
  const [t, list, context, asked] = await Promise.all([
    getTranslations('board.views'),
    getTranslations('actionItems'),
    currentContext(),
    searchParams,
  ])
  const from = tidyQuery([asked.from].flat()[0]?.slice(0, 2_000) ?? 'status=open')
  const { cursor, limit } = filtersFrom(PageInput, asked)
  const { personId, role } = context.actor
  const { page, teams } = await read(context, async (work) => ({
    page: await listViews(work, { limit, ...(cursor && { cursor }) }),
    teams: (await itemChoices(work)).teams,
  }))
  const editable = new Set(
    page.items
      .filter(({ by, sharing }) => by.id === personId || (role === 'administrator' && sharing !== 'me'))
      .map(({ id }) => id),
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        crumbs={[{ href: '/action-items?status=open', label: list('title') }]}
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
            nextHref={page.nextCursor && hrefWith(BASE, { cursor: page.nextCursor })}
            firstHref={cursor ? BASE : null}
          />
        </div>
        <Panel title={t('from')}>
          <Form action={saveAnotherView} className="flex flex-col gap-4">
            <input type="hidden" name="query" value={from} />
            <ViewFields teams={teams} />
            <div>
              <SubmitButton>{t('save')}</SubmitButton>
            </div>
          </Form>
        </Panel>
      </div>
    </>
  )
}
