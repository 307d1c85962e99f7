import { Users } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PersonTable } from '#components/accounts/person-table.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { roles } from '#lib/accounts/model.ts'
import { listPeople } from '#lib/accounts/queries.ts'
import { ListPeopleInput } from '#lib/accounts/schema.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
  const [t, context] = await Promise.all([getTranslations('people'), currentContext()])
  const filters = filtersFrom(ListPeopleInput, await searchParams)
  const page = await read(context, (work) => listPeople(work, filters))
  const { q, role, deactivated } = filters
  const given = { q, role, deactivated }
  const chips = [
    q && { label: t('search'), value: q, removeHref: hrefWith('/people', { ...given, q: undefined }) },
    role && {
      label: t('roleLabel'),
      value: t(`role.${role}`),
      removeHref: hrefWith('/people', { ...given, role: undefined }),
    },
    deactivated && {
      label: t('left'),
      value: t(`deactivated.${deactivated}`),
      removeHref: hrefWith('/people', { ...given, deactivated: undefined }),
    },
  ].filter((chip) => typeof chip === 'object')

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          can(context.actor, 'create', 'person').allowed && (
            <LinkButton href="/people/new" tone="primary">
              {t('invite')}
            </LinkButton>
          )
        }
      />
      <FilterBar action="/people" query={q} placeholder={t('search')} chips={chips} clearHref="/people">
        <FilterSelect
          name="role"
          label={t('anyRole')}
          value={role}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <FilterSelect
          name="deactivated"
          label={t('deactivated.none')}
          value={deactivated}
          options={(['also', 'only'] as const).map((value) => ({ value, label: t(`deactivated.${value}`) }))}
        />
      </FilterBar>
      {page.items.length > 0 ? (
        <>
          <PersonTable people={page.items} />
          <Pagination
            nextHref={page.nextCursor && hrefWith('/people', { ...given, cursor: page.nextCursor })}
            firstHref={filters.cursor ? hrefWith('/people', given) : null}
          />
        </>
      ) : (
        <EmptyState icon={Users} title={t('none')} actions={<LinkButton href="/people">{t('clear')}</LinkButton>}>
          {t('noneText')}
        </EmptyState>
      )}
    </>
  )
}
