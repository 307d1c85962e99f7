import { ShieldAlert } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Circles, RegisterKpis } from '#components/risks/register-kpis.tsx'
import { RiskFilters } from '#components/risks/risk-filters.tsx'
import { RiskTable } from '#components/risks/risk-table.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { circlesOfRegister, registerKpis } from '#lib/risks/kpis.ts'
import { countRisks, listRisks, statuses } from '#lib/risks/queries.ts'
import { ListRisksInput } from '#lib/risks/schema.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { workChoices } from '../work-choices.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/risks'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('risks'))('title') }
}

export default async function RisksPage({ searchParams }: Props) {
  const [t, context] = await Promise.all([getTranslations('risks'), currentContext()])
  const filters = filtersFrom(ListRisksInput, await searchParams)
  const { page, counts, choices, kpis, circles } = await read(context, async (work) => ({
    page: await listRisks(work, filters),
    counts: await countRisks(work, filters),
    choices: await workChoices(work),
    kpis: await registerKpis(work),
    circles: await circlesOfRegister(work),
  }))
  const given = { ...filters, cursor: undefined, limit: undefined }
  const create = can(context.actor, 'create', 'risk')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          create.allowed && (
            <LinkButton href="/risks/new" tone="primary">
              {t('new.button')}
            </LinkButton>
          )
        }
      />
      <div className="mb-6 flex flex-col gap-4">
        <RegisterKpis kpis={kpis} />
        <Circles circles={circles} />
      </div>
      <TabsNav
        label={t('status.label')}
        tabs={statuses.map((status) => ({
          href: hrefWith(BASE, { ...given, status }),
          label: t(`status.${status}`),
          count: counts[status],
          current: filters.status === status,
        }))}
      />
      <RiskFilters filters={given} {...choices} hrefOf={(next) => hrefWith(BASE, next)} />
      {page.items.length > 0 ? (
        <RiskTable risks={page.items} />
      ) : (
        <EmptyState icon={ShieldAlert} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor && hrefWith(BASE, { ...given, cursor: page.nextCursor })}
        firstHref={filters.cursor ? hrefWith(BASE, given) : null}
      />
    </>
  )
}
