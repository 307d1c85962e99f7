import { Users } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/button.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { namedColumns } from '#components/ui/named-columns.tsx'
import { Table } from '#components/ui/table.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { listTeams } from '#lib/teams/queries.ts'
import { ListTeamsInput } from '#lib/teams/schema.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('title') }
}

export default async function TeamsPage({ searchParams }: Asked) {
  const [t, context] = await Promise.all([getTranslations('teams'), currentContext()])
  const list = listAt('/teams', ListTeamsInput, await searchParams)
  const page = await read(context, (work) => listTeams(work, list.filters))
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      actions={<LinkButton href="/people">{t('people')}</LinkButton>}
      create={can(context.actor, 'create', 'team').allowed && { href: '/teams/new', label: t('create') }}
      none={page.items.length === 0 && { icon: Users, title: t('empty'), children: t('emptyText') }}
      pages={list.pages(page)}
    >
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
    </ListPage>
  )
}
