import { getTranslations } from 'next-intl/server'
import { FinishFields } from '#components/exercises/finish-fields.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
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
      <Form action={finish.bind(null, number)} className="flex max-w-2xl flex-col gap-5">
        {!may.allowed && <Callout tone="warn">{may.reason}</Callout>}
        <FinishFields kind={exercise.kind} />
        <div className="flex gap-2">
          <SubmitButton aria-disabled={!may.allowed}>{t('finish.submit')}</SubmitButton>
          <LinkButton href={base} tone="quiet">
            {t('edit.cancel')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
