import { Target } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CandidateList } from '#components/programs/candidate-list.tsx'
import { ProgramFilters } from '#components/programs/program-filters.tsx'
import { ProgramTable } from '#components/programs/program-table.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { slugOptions } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { programCandidates } from '#lib/programs/candidates.ts'
import { countPrograms, listPrograms } from '#lib/programs/list.ts'
import { ListProgramsInput } from '#lib/programs/schema.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programs'))('title') }
}

export default async function ProgramsPage({ searchParams }: Props) {
  const [t, context] = await Promise.all([getTranslations('programs'), currentContext()])
  const filters = filtersFrom(ListProgramsInput, await searchParams)
  const { page, counts, teams, candidates } = await read(context, async (work) => ({
    page: await listPrograms(work, filters),
    counts: await countPrograms(work, filters),
    teams: slugOptions(await listTeamOptions(work)),
    candidates: await programCandidates(work),
  }))
  const given = { ...filters, cursor: undefined, limit: undefined }
  const create = can(context.actor, 'create', 'program')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('list.intro')}
        actions={
          create.allowed && (
            <LinkButton href="/programs/new" tone="primary">
              {t('list.new')}
            </LinkButton>
          )
        }
      />
      <TabsNav
        label={t('list.status')}
        tabs={(['running', 'planned', 'ended', 'all'] as const).map((status) => ({
          href: hrefWith('/programs', { ...given, status }),
          label: t(`list.${status}`),
          count: counts[status],
          current: filters.status === status,
        }))}
      />
      <ProgramFilters filters={given} teams={teams} />
      <div className="flex flex-col gap-6">
        {page.items.length > 0 ? (
          <Panel flush>
            <ProgramTable programs={page.items} />
          </Panel>
        ) : (
          <EmptyState icon={Target} title={t('list.noneTitle')}>
            {t('list.noneText')}
          </EmptyState>
        )}
        <Pagination
          nextHref={page.nextCursor && hrefWith('/programs', { ...given, cursor: page.nextCursor })}
          firstHref={filters.cursor ? hrefWith('/programs', given) : null}
        />
        {candidates.length > 0 && <CandidateList candidates={candidates} mayPropose={create.allowed} />}
      </div>
    </>
  )
}
