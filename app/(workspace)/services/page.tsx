import { Server } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { namedColumns } from '#components/ui/named-columns.tsx'
import { Table } from '#components/ui/table.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listServices } from '#lib/services/queries.ts'
import { ListServicesInput } from '#lib/services/schema.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('services'))('title') }
}

export default async function ServicesPage({ searchParams }: Asked) {
  const [t, context] = await Promise.all([getTranslations('services'), currentContext()])
  const list = listAt('/services', ListServicesInput, await searchParams)
  const page = await read(context, (work) => listServices(work, list.filters))
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      create={can(context.actor, 'create', 'service').allowed && { href: '/services/new', label: t('create') }}
      none={page.items.length === 0 && { icon: Server, title: t('empty'), children: t('emptyText') }}
      pages={list.pages(page)}
    >
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
    </ListPage>
  )
}
