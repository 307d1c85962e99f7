import { ListChecks } from 'lucide'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FacetBar } from '#components/board/facet-bar.tsx'
import { LookBar } from '#components/board/look-bar.tsx'
import { RowKeys } from '#components/board/row-keys.tsx'
import { UndoNotice } from '#components/board/undo-notice.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { MenuLink } from '#components/ui/menu.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { SaveView } from '#components/views/save-view.tsx'
import { ViewMenu } from '#components/views/view-menu.tsx'
import { LookInput } from '#lib/action-items/look.ts'
import { ListActionItemsInput } from '#lib/action-items/schema.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { tidyQuery, viewHref } from '#lib/views/model.ts'
import { findDefaultView } from '#lib/views/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { saveAnotherView, updateListView } from '../view-actions.ts'
import { undo } from './actions.ts'
import { readList } from './list.ts'
import { ListBody } from './list-body.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/action-items'
const statuses = ['open', 'overdue', 'closed', 'all'] as const
const uncounted = [
  'postmortem',
  'program',
  'incident',
  'mechanism',
  'commitment',
  'progress',
  'dueFrom',
  'dueUntil',
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('title') }
}

export default async function ActionItemsPage({ searchParams }: Props) {
  const [t, board, context, asked] = await Promise.all([
    getTranslations('actionItems'),
    getTranslations('board'),
    currentContext(),
    searchParams,
  ])
  if (Object.keys(asked).length === 0) {
    const begin = await read(context, findDefaultView)
    if (begin) redirect(viewHref(begin))
  }
  const filters = filtersFrom(ListActionItemsInput, asked)
  const look = filtersFrom(LookInput, asked)
  const list = await read(context, (work) => readList(work, filters, look))
  const { cursor, limit: _, ...given } = filters
  const shape = { as: look.as === 'table' ? undefined : look.as, by: look.by, month: look.month, view: look.view }
  const href = (change: Record<string, unknown>) => hrefWith(BASE, { ...given, ...shape, ...change })
  const query = tidyQuery('action_items', hrefWith('', { ...given, ...shape }))
  const names = {
    teams: list.teams,
    people: list.people,
    programs: list.programs,
    nobody: t('noOwner'),
    none: board('groups.other'),
  }
  const here = href({ cursor })
  const isEmpty = list.items.length + list.columns.length + list.days.length === 0 && look.as !== 'calendar'
  return (
    <div className="board">
      <PageHeader
        title={t('title')}
        description={t('list.intro')}
        actions={
          <>
            <ViewMenu {...list.views} query={query}>
              <MenuLink href={`/settings/calendars?from=${encodeURIComponent(query)}`}>
                {board('calendars.open')}
              </MenuLink>
            </ViewMenu>
            <LinkButton href="/action-items/decisions">{t('decisions.title')}</LinkButton>
            <ExportMenu kind="action-items" query={hrefWith('', given).slice(1)} />
            {list.create.allowed && (
              <LinkButton href="/action-items/new" tone="primary">
                {t('list.new')}
              </LinkButton>
            )}
          </>
        }
      />
      {look.changed && list.undoable > 0 && (
        <UndoNotice edit={look.changed} undo={undo.bind(null, here)}>
          {board('undo.changed', { count: list.undoable })}
        </UndoNotice>
      )}
      <TabsNav
        label={t('list.status')}
        tabs={statuses.map((status) => ({
          href: href({ status }),
          label: t(`list.${status}`),
          count: list.counts.status[status],
          current: filters.status === status,
        }))}
      />
      <FacetBar
        chosen={filters}
        counts={list.counts}
        names={names}
        {...(filters.q && { q: filters.q })}
        others={uncounted.flatMap((name) =>
          filters[name] ? [{ name, label: board(`facets.${name}`), value: told(name, String(filters[name])) }] : [],
        )}
        carried={[...new URLSearchParams(href({ q: undefined }).slice(BASE.length))]}
        href={href}
        clearHref={hrefWith(BASE, { ...shape, view: undefined, status: filters.status })}
      />
      <LookBar as={look.as} by={look.by} href={href} />
      <SaveView {...list.views} query={query} save={saveAnotherView} update={updateListView} />
      {isEmpty ? (
        <EmptyState
          icon={ListChecks}
          title={t(`list.none.${filters.status}`)}
          actions={hasOthers(given) && <LinkButton href={`${BASE}?status=open`}>{t('list.clear')}</LinkButton>}
        >
          {t('list.noneText')}
        </EmptyState>
      ) : (
        <ListBody {...{ list, look, filters, names, here, href }} zone={context.actor.zone} now={context.now} />
      )}
      <Pagination
        nextHref={list.nextCursor && href({ cursor: list.nextCursor })}
        firstHref={cursor ? href({}) : null}
      />
      <RowKeys cancelHref={look.edit ? here : null} />
    </div>
  )
}

const told = (name: string, value: string) => (name === 'mechanism' ? (findMechanism(value)?.name ?? value) : value)

const hasOthers = ({ status: _, ...others }: Record<string, unknown>) => Object.values(others).some(Boolean)
