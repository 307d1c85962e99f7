import { ShieldAlert } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Circles, RegisterKpis } from '#components/risks/register-kpis.tsx'
import { RiskTable } from '#components/risks/risk-table.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { optionsOf } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { circlesOfRegister, registerKpis } from '#lib/risks/kpis.ts'
import { countRisks, listRisks, statuses } from '#lib/risks/queries.ts'
import { ListRisksInput } from '#lib/risks/schema.ts'
import { failureDomains, layers, redundancies } from '#lib/risks/vocabulary.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'
import { programChoices, serviceChoices, teamChoices } from '../choices.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('risks'))('title') }
}

export default async function RisksPage({ searchParams }: Asked) {
  const [t, context] = await Promise.all([getTranslations('risks'), currentContext()])
  const list = listAt('/risks', ListRisksInput, await searchParams)
  const { page, counts, kpis, circles, teams, services, programs } = await read(context, async (work) => ({
    page: await listRisks(work, list.filters),
    counts: await countRisks(work, list.filters),
    kpis: await registerKpis(work),
    circles: await circlesOfRegister(work),
    teams: await teamChoices(work),
    services: await serviceChoices(work),
    programs: await programChoices(work),
  }))
  const worded = { layer: optionsOf(layers), domain: optionsOf(failureDomains), redundancy: optionsOf(redundancies) }
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      create={can(context.actor, 'create', 'risk').allowed && { href: '/risks/new', label: t('new.button') }}
      above={
        <div className="mb-6 flex flex-col gap-4">
          <RegisterKpis kpis={kpis} />
          <Circles circles={circles} />
        </div>
      }
      tabs={{
        label: t('status.label'),
        tabs: list.tabs('status', statuses, (status) => ({ label: t(`status.${status}`), count: counts[status] })),
      }}
      filters={
        <ListFilters
          list={list}
          label={(name) => t(`filters.${name}`)}
          choices={{ ...worded, team: teams, service: services, program: programs }}
          search={{ label: t('filters.q'), placeholder: t('filters.search') }}
        />
      }
      none={page.items.length === 0 && { icon: ShieldAlert, title: t('none'), children: t('noneText') }}
      pages={list.pages(page)}
    >
      <RiskTable risks={page.items} />
    </ListPage>
  )
}
