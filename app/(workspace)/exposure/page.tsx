import { Radar } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExposureFilters } from '#components/exposure/exposure-filters.tsx'
import { ExposureMatrix } from '#components/exposure/exposure-matrix.tsx'
import { SweepList } from '#components/exposure/sweep-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { listExposure } from '#lib/exposure/cells.ts'
import { tallyOf } from '#lib/exposure/model.ts'
import { listSweeps } from '#lib/exposure/queries.ts'
import { ExposureFilter, ListSweepsInput } from '#lib/exposure/schema.ts'
import { can } from '#lib/policy/can.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { workChoices } from '../work-choices.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/exposure'
const states = ['exposed', 'unknown', 'unanswered', 'mitigated', 'not_applicable'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exposure'))('title') }
}

export default async function ExposurePage({ searchParams }: Props) {
  const [t, context, asked] = await Promise.all([getTranslations('exposure'), currentContext(), searchParams])
  const filters = filtersFrom(ExposureFilter, asked)
  const { cursor } = filtersFrom(ListSweepsInput, asked)
  const { cells, sweeps, choices } = await read(context, async (work) => ({
    cells: await listExposure(work, { ...filters, state: undefined }),
    sweeps: await listSweeps(work, { status: 'all', limit: 20, ...(cursor && { cursor }) }),
    choices: await workChoices(work),
  }))
  const { state, ...others } = filters
  const counts = tallyOf(cells)
  const shown = state ? cells.filter((cell) => cell.state === state) : cells
  const create = can(context.actor, 'create', 'sweep')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          create.allowed && (
            <LinkButton href="/exposure/new" tone="primary">
              {t('new.button')}
            </LinkButton>
          )
        }
      />
      <TabsNav
        label={t('stateLabel')}
        tabs={[
          { href: hrefWith(BASE, others), label: t('all'), count: cells.length, current: !state },
          ...states.map((one) => ({
            href: hrefWith(BASE, { ...others, state: one }),
            label: t(`state.${one}`),
            count: counts[one],
            current: state === one,
          })),
        ]}
      />
      <ExposureFilters
        filters={filters}
        teams={choices.teams}
        services={choices.services}
        hrefOf={(next) => hrefWith(BASE, next)}
      />
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
      <Pagination
        nextHref={sweeps.nextCursor && hrefWith(BASE, { ...filters, cursor: sweeps.nextCursor })}
        firstHref={cursor ? hrefWith(BASE, filters) : null}
      />
    </>
  )
}
