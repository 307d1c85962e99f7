import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExerciseFields } from '#components/exercises/exercise-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { PublicNumber } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { findOwnTeam } from '#lib/teams/queries.ts'
import { localDate } from '#lib/time.ts'
import { workChoices } from '../../choices.ts'
import { plan } from '../actions.ts'

type Props = { searchParams: Promise<{ risk?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercises.new'))('title') }
}

export default async function NewExercisePage({ searchParams }: Props) {
  const [t, context, asked] = await Promise.all([getTranslations('exercises'), currentContext(), searchParams])
  const { choices, ownTeam } = await read(context, async (work) => ({
    choices: await workChoices(work),
    ownTeam: await findOwnTeam(work),
  }))
  const { actor, now } = context
  const may = can(actor, 'create', 'exercise')
  const risk = PublicNumber.safeParse(asked.risk)
  return (
    <>
      <PageHeader
        title={t('new.title')}
        description={t('new.intro')}
        crumbs={[{ href: '/exercises', label: t('title') }]}
      />
      <RecordForm action={plan} may={may} submit={t('new.submit')}>
        <ExerciseFields
          choices={choices}
          begun={{
            team: ownTeam ?? '',
            zone: actor.zone,
            plannedOn: localDate(now, actor.zone),
            risks: risk.success ? [String(risk.data)] : [],
          }}
        />
      </RecordForm>
    </>
  )
}
