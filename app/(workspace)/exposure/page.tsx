import { Radar } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExposureMatrix } from '#components/exposure/exposure-matrix.tsx'
import { SweepList } from '#components/exposure/sweep-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listExposure } from '#lib/exposure/cells.ts'
import { tallyOf } from '#lib/exposure/model.ts'
import { listSweeps } from '#lib/exposure/queries.ts'
import { ExposureFilter, ListSweepsInput } from '#lib/exposure/schema.ts'
import { mechanismOptions } from '#lib/mechanisms/options.ts'
import { can } from '#lib/policy/can.ts'
import { type Asked, filtersFrom, listAt } from '#lib/web/filters.ts'
import { serviceChoices, teamChoices } from '../choices.ts'

const states = [undefined, 'exposed', 'unknown', 'unanswered', 'mitigated', 'not_applicable'] as const
const tiers = ['0', '1', '2', '3']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exposure'))('title') }
}

export default async function ExposurePage({ searchParams }: Asked) {
  const [t, context, asked] = await Promise.all([getTranslations('exposure'), currentContext(), searchParams])
  const list = listAt('/exposure', ExposureFilter, asked)
  const { cursor } = filtersFrom(ListSweepsInput, asked)
  const { cells, sweeps, teams, services } = await read(context, async (work) => ({
    cells: await listExposure(work, { ...list.filters, state: undefined }),
    sweeps: await listSweeps(work, { status: 'all', limit: 20, ...(cursor && { cursor }) }),
    teams: await teamChoices(work),
    services: await serviceChoices(work),
  }))
  const { state } = list.filters
  const counts = tallyOf(cells)
  const shown = state ? cells.filter((cell) => cell.state === state) : cells
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      create={can(context.actor, 'create', 'sweep').allowed && { href: '/exposure/new', label: t('new.button') }}
      tabs={{
        label: t('stateLabel'),
        tabs: list.tabs('state', states, (one) =>
          one ? { label: t(`state.${one}`), count: counts[one] } : { label: t('all'), count: cells.length },
        ),
      }}
      filters={
        <ListFilters
          list={list}
          label={(name) => t(`filters.${name}`)}
          choices={{
            mechanism: mechanismOptions,
            team: teams,
            service: services,
            tier: tiers.map((value) => ({ value, label: t('filters.upTo', { tier: value }) })),
          }}
        />
      }
      pages={{
        nextHref: sweeps.nextCursor && list.href({ cursor: sweeps.nextCursor }),
        firstHref: cursor ? list.href() : null,
      }}
    >
      <div className="flex flex-col gap-6">
        {shown.length > 0 ? (
          <ExposureMatrix cells={shown} />
        ) : (
          <EmptyState icon={Radar} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        )}
        <Panel title={t('sweeps')}>
          <SweepList sweeps={sweeps.items} />
        </Panel>
      </div>
    </ListPage>
  )
}
