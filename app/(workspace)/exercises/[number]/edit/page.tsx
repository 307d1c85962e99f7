import { getTranslations } from 'next-intl/server'
import { ExerciseFields } from '#components/exercises/exercise-fields.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Conflict, VersionField } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
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
      <Form action={update.bind(null, number)} className="flex max-w-2xl flex-col gap-5">
        {!may.allowed && <Callout tone="warn">{may.reason}</Callout>}
        <VersionField version={exercise.version} />
        <Conflict
          text={{
            ...{ title: t('conflict.title'), theirs: t('conflict.theirs'), yours: t('conflict.yours') },
            nothing: t('conflict.nothing'),
          }}
          compared={compared.map((name) => ({ name, label: t(`form.${name}`), path: name }))}
        />
        <ExerciseFields
          exercise={exercise}
          choices={choices}
          begun={{ team: '', zone: exercise.zone, plannedOn: exercise.plannedOn, risks: [] }}
        />
        <div className="flex gap-2">
          <SubmitButton aria-disabled={!may.allowed}>{t('edit.submit')}</SubmitButton>
          <LinkButton href={base} tone="quiet">
            {t('edit.cancel')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
