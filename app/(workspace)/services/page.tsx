import { Server } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { namedColumns } from '#components/ui/named-columns.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listServices } from '#lib/services/queries.ts'
import { ListServicesInput } from '#lib/services/schema.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('title') }
}

export default async function ServicesPage({ searchParams }: { searchParams: Search }) {
  const [t, context] = await Promise.all([getTranslations('services'), currentContext()])
  const { cursor, ...filters } = filtersFrom(ListServicesInput, await searchParams)
  const page = await read(context, (work) => listServices(work, { ...filters, ...(cursor && { cursor }) }))
  const create = can(context.actor, 'create', 'service').allowed && (
    <LinkButton href="/services/new" tone="primary">
      {t('create')}
    </LinkButton>
  )

  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} actions={create} />
      {page.items.length === 0 ? (
        <EmptyState icon={Server} title={t('empty')} actions={create}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          rows={page.items}
          rowKey={({ slug }) => slug}
          columns={[
            ...namedColumns('/services', { name: t('name'), description: t('description') }),
            {
              id: 'team',
              header: t('team'),
              cell: ({ team }) => (
                <Link href={`/teams/${team.slug}`} className="hover:underline">
                  {team.name}
                </Link>
              ),
            },
            {
              id: 'tier',
              header: t('tierLabel'),
              cell: ({ tier }) => <Badge tone={tier === 0 ? 'accent' : 'neutral'}>{t('tier', { tier })}</Badge>,
            },
          ]}
        />
      )}
      <Pagination
        nextHref={page.nextCursor && hrefWith('/services', { team: filters.team, cursor: page.nextCursor })}
        firstHref={cursor ? hrefWith('/services', { team: filters.team }) : null}
      />
    </>
  )
}
