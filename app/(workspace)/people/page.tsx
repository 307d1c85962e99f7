import { Users } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PersonTable } from '#components/accounts/person-table.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { roles } from '#lib/accounts/model.ts'
import { listPeople } from '#lib/accounts/queries.ts'
import { ListPeopleInput } from '#lib/accounts/schema.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'

const left = ['also', 'only'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage({ searchParams }: Asked) {
  const [t, context] = await Promise.all([getTranslations('people'), currentContext()])
  const list = listAt('/people', ListPeopleInput, await searchParams)
  const page = await read(context, (work) => listPeople(work, list.filters))
  const labels = { role: t('roleLabel'), deactivated: t('left') }
  const any = { role: t('anyRole'), deactivated: t('deactivated.none') }
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      create={can(context.actor, 'create', 'person').allowed && { href: '/people/new', label: t('invite') }}
      filters={
        <ListFilters
          list={list}
          label={(name) => labels[name]}
          any={(name) => any[name]}
          choices={{
            role: roles.map((value) => ({ value, label: t(`role.${value}`) })),
            deactivated: left.map((value) => ({ value, label: t(`deactivated.${value}`) })),
          }}
          search={{ label: t('search'), placeholder: t('search') }}
        />
      }
      none={
        page.items.length === 0 && {
          icon: Users,
          title: t('none'),
          children: t('noneText'),
          actions: <LinkButton href={list.path}>{t('clear')}</LinkButton>,
        }
      }
      pages={list.pages(page)}
    >
      <PersonTable people={page.items} />
    </ListPage>
  )
}
