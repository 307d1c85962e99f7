import { getTranslations } from 'next-intl/server'
import { ExerciseFields } from '#components/exercises/exercise-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getExercise } from '#lib/exercises/queries.ts'
import { getExerciseStanding } from '#lib/exercises/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { workChoices } from '../../../choices.ts'
import { update } from '../../actions.ts'

export default async function EditExercisePage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('exercises'), currentContext(), numberIn(params)])
  const { exercise, standing, choices } = await show(context, async (work) => ({
    exercise: await getExercise(work, number),
    standing: await getExerciseStanding(work, number),
    choices: await workChoices(work),
  }))
  const may = standing.update
  const base = `/exercises/${number}`
  const compared = ['title', 'target', 'holds', 'because', 'signal', 'plannedOn'] as const
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { href: '/exercises', label: t('title') },
          { href: base, label: `EXE-${number} ${exercise.title}` },
        ]}
      />
      <RecordForm
        action={update.bind(null, number)}
        may={may}
        version={exercise.version}
        compared={compared.map((name) => ({ name, label: t(`form.${name}`), path: name }))}
        submit={t('edit.submit')}
        backHref={base}
      >
        <ExerciseFields
          exercise={exercise}
          choices={choices}
          begun={{ team: '', zone: exercise.zone, plannedOn: exercise.plannedOn, risks: [] }}
        />
      </RecordForm>
    </>
  )
}
