import { FlaskConical } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExerciseFilters } from '#components/exercises/exercise-filters.tsx'
import { ExerciseTable } from '#components/exercises/exercise-table.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { countExercises, listExercises, statuses } from '#lib/exercises/queries.ts'
import { ListExercisesInput } from '#lib/exercises/schema.ts'
import { can } from '#lib/policy/can.ts'
import { filtersFrom, hrefWith } from '#lib/web/filters.ts'
import { workChoices } from '../work-choices.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const BASE = '/exercises'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercises'))('title') }
}

export default async function ExercisesPage({ searchParams }: Props) {
  const [t, context] = await Promise.all([getTranslations('exercises'), currentContext()])
  const filters = filtersFrom(ListExercisesInput, await searchParams)
  const { page, counts, choices } = await read(context, async (work) => ({
    page: await listExercises(work, filters),
    counts: await countExercises(work, filters),
    choices: await workChoices(work),
  }))
  const given = { ...filters, cursor: undefined, limit: undefined }
  const create = can(context.actor, 'create', 'exercise')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          create.allowed && (
            <LinkButton href="/exercises/new" tone="primary">
              {t('new.button')}
            </LinkButton>
          )
        }
      />
      <TabsNav
        label={t('status.label')}
        tabs={statuses.map((status) => ({
          href: hrefWith(BASE, { ...given, status }),
          label: t(`status.${status}`),
          count: counts[status],
          current: filters.status === status,
        }))}
      />
      <ExerciseFilters filters={given} {...choices} hrefOf={(next) => hrefWith(BASE, next)} />
      {page.items.length > 0 ? (
        <ExerciseTable exercises={page.items} />
      ) : (
        <EmptyState icon={FlaskConical} title={t('none')}>
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
