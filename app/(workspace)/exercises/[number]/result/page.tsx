import { getTranslations } from 'next-intl/server'
import { FinishFields } from '#components/exercises/finish-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getExercise } from '#lib/exercises/queries.ts'
import { getExerciseStanding } from '#lib/exercises/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { finish } from '../../actions.ts'

export default async function ResultPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('exercises'), currentContext(), numberIn(params)])
  const { exercise, standing } = await show(context, async (work) => ({
    exercise: await getExercise(work, number),
    standing: await getExerciseStanding(work, number),
  }))
  const may = standing.finish
  const base = `/exercises/${number}`
  return (
    <>
      <PageHeader
        title={t('finish.title')}
        description={exercise.hypothesis}
        crumbs={[
          { href: '/exercises', label: t('title') },
          { href: base, label: `EXE-${number} ${exercise.title}` },
        ]}
      />
      <RecordForm action={finish.bind(null, number)} may={may} submit={t('finish.submit')} backHref={base}>
        <FinishFields kind={exercise.kind} />
      </RecordForm>
    </>
  )
}
