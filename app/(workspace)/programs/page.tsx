import { Target } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CandidateList } from '#components/programs/candidate-list.tsx'
import { ProgramTable } from '#components/programs/program-table.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { mechanismOptions } from '#lib/mechanisms/options.ts'
import { optionsOf } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { programCandidates } from '#lib/programs/candidates.ts'
import { countPrograms, listPrograms } from '#lib/programs/list.ts'
import { ListProgramsInput } from '#lib/programs/schema.ts'
import { colours, programKinds } from '#lib/programs/vocabulary.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'
import { teamChoices } from '../choices.ts'

const statuses = ['running', 'planned', 'ended', 'all'] as const
const offered = { kind: 'anyKind', team: 'anyTeam', colour: 'anyColour' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programs'))('title') }
}

export default async function ProgramsPage({ searchParams }: Asked) {
  const [t, context] = await Promise.all([getTranslations('programs'), currentContext()])
  const list = listAt('/programs', ListProgramsInput, await searchParams)
  const { page, counts, teams, candidates } = await read(context, async (work) => ({
    page: await listPrograms(work, list.filters),
    counts: await countPrograms(work, list.filters),
    teams: await teamChoices(work),
    candidates: await programCandidates(work),
  }))
  const create = can(context.actor, 'create', 'program')
  return (
    <>
      <ListPage
        title={t('title')}
        description={t('list.intro')}
        create={create.allowed && { href: '/programs/new', label: t('list.new') }}
        tabs={{
          label: t('list.status'),
          tabs: list.tabs('status', statuses, (status) => ({ label: t(`list.${status}`), count: counts[status] })),
        }}
        filters={
          <ListFilters
            list={list}
            label={(name) => t(`list.filter.${name}`)}
            any={(name) => t(`list.filter.${offered[name]}`)}
            choices={{ kind: optionsOf(programKinds), team: teams, colour: optionsOf(colours) }}
            told={{ mechanism: mechanismOptions }}
            search={{ label: t('list.filter.q'), placeholder: t('list.filter.placeholder') }}
          />
        }
        none={page.items.length === 0 && { icon: Target, title: t('list.noneTitle'), children: t('list.noneText') }}
        pages={list.pages(page)}
      >
        <Panel flush>
          <ProgramTable programs={page.items} />
        </Panel>
      </ListPage>
      {candidates.length > 0 && (
        <div className="mt-6">
          <CandidateList candidates={candidates} mayPropose={create.allowed} />
        </div>
      )}
    </>
  )
}
