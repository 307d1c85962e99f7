import { FlaskConical } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExerciseTable } from '#components/exercises/exercise-table.tsx'
import { ListFilters } from '#components/ui/list-filters.tsx'
import { ListPage } from '#components/ui/list-page.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { countExercises, listExercises, statuses } from '#lib/exercises/queries.ts'
import { ListExercisesInput } from '#lib/exercises/schema.ts'
import { environments, kinds, outcomes } from '#lib/exercises/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { type Asked, listAt } from '#lib/web/filters.ts'
import { programChoices, serviceChoices, teamChoices } from '../choices.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercises'))('title') }
}

export default async function ExercisesPage({ searchParams }: Asked) {
  const [t, context] = await Promise.all([getTranslations('exercises'), currentContext()])
  const list = listAt('/exercises', ListExercisesInput, await searchParams)
  const { page, counts, teams, services, programs } = await read(context, async (work) => ({
    page: await listExercises(work, list.filters),
    counts: await countExercises(work, list.filters),
    teams: await teamChoices(work),
    services: await serviceChoices(work),
    programs: await programChoices(work),
  }))
  const worded = { kind: optionsOf(kinds), environment: optionsOf(environments), outcome: optionsOf(outcomes) }
  return (
    <ListPage
      title={t('title')}
      description={t('intro')}
      create={can(context.actor, 'create', 'exercise').allowed && { href: '/exercises/new', label: t('new.button') }}
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
      none={page.items.length === 0 && { icon: FlaskConical, title: t('none'), children: t('noneText') }}
      pages={list.pages(page)}
    >
      <ExerciseTable exercises={page.items} />
    </ListPage>
  )
}
