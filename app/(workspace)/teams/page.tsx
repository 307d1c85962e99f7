import { Users } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { namedColumns } from '#components/ui/named-columns.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listTeams } from '#lib/teams/queries.ts'
import { ListTeamsInput } from '#lib/teams/schema.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('title') }
}

export default async function TeamsPage({ searchParams }: { searchParams: Search }) {
  const [t, context] = await Promise.all([getTranslations('teams'), currentContext()])
  const filters = filtersFrom(ListTeamsInput, await searchParams)
  const page = await read(context, (work) => listTeams(work, filters))
  const create = can(context.actor, 'create', 'team').allowed && (
    <LinkButton href="/teams/new" tone="primary">
      {t('create')}
    </LinkButton>
  )

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          <>
            <LinkButton href="/people">{t('people')}</LinkButton>
            {create}
          </>
        }
      />
      {page.items.length === 0 ? (
        <EmptyState icon={Users} title={t('empty')} actions={create}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          rows={page.items}
          rowKey={({ slug }) => slug}
          columns={[
            ...namedColumns('/teams', { name: t('name'), description: t('description') }),
            { id: 'zone', header: t('zone'), cell: ({ zone }) => zone.replaceAll('_', ' ') },
            { id: 'members', header: t('members'), align: 'end', cell: ({ members }) => members },
            { id: 'services', header: t('services'), align: 'end', cell: ({ services }) => services },
          ]}
        />
      )}
      <Pagination
        nextHref={page.nextCursor && hrefWith('/teams', { cursor: page.nextCursor })}
        firstHref={filters.cursor ? '/teams' : null}
      />
    </>
  )
}
