import { Pencil } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { EvidenceBadge, StateBadge } from '#components/exercises/badges.tsx'
import { FindingForm, Findings } from '#components/exercises/findings.tsx'
import { CallOffForm, JournalForm, StartForm } from '#components/exercises/next-forms.tsx'
import { Plan } from '#components/exercises/plan.tsx'
import { Result } from '#components/exercises/result.tsx'
import { LogForm, RunLog } from '#components/exercises/run-log.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { getExercise } from '#lib/exercises/queries.ts'
import { getExerciseStanding } from '#lib/exercises/standing.ts'
import { kinds } from '#lib/exercises/vocabulary.ts'
import { can } from '#lib/policy/can.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { callOff, find, log, start, takeJournal } from '../actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { title } = await show(context, (work) => getExercise(work, number))
  return { title: `EXE-${number} ${title}` }
}

export default async function ExercisePage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('exercises'), currentContext(), numberIn(params)])
  const { exercise, standing, history } = await show(context, async (work) => ({
    exercise: await getExercise(work, number),
    standing: await getExerciseStanding(work, number),
    history: (await listActivity(work, { about: { kind: 'exercise', number }, limit: 50 })).items,
  }))
  const { state, result, calledOff } = exercise
  const ran = state === 'running' || state === 'finished'
  return (
    <>
      <PageHeader
        title={exercise.title}
        crumbs={[{ href: '/exercises', label: t('title') }]}
        eyebrow={
          <>
            <span className="tabular-nums">EXE-{number}</span>
            <span>{kinds[exercise.kind]}</span>
            <StateBadge exercise={exercise} />
            <EvidenceBadge exercise={exercise} />
          </>
        }
        actions={
          <>
            {standing.update.allowed && (
              <LinkButton href={`/exercises/${number}/edit`}>
                <Icon icon={Pencil} />
                {t('edit.button')}
              </LinkButton>
            )}
            {standing.finish.allowed && (
              <LinkButton href={`/exercises/${number}/result`} tone="primary">
                {t('finish.button')}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {calledOff && (
            <Callout tone="neutral" title={t('callOff.done')}>
              {calledOff}
            </Callout>
          )}
          {result && (
            <Panel title={t('result.title')}>
              <Result exercise={exercise} result={result} />
            </Panel>
          )}
          {ran && (
            <Panel title={t('findings.title')}>
              <Findings findings={exercise.foundOut} mayFollow={can(context.actor, 'create', 'actionItem').allowed} />
              {standing.find.allowed && (
                <Disclosure summary={t('findings.add')}>
                  <FindingForm action={find.bind(null, number)} />
                </Disclosure>
              )}
            </Panel>
          )}
          {ran && (
            <Panel title={t('log.title')}>
              <RunLog log={exercise.log} zone={exercise.zone} />
              {standing.log.allowed && <LogForm action={log.bind(null, number)} />}
            </Panel>
          )}
          <Panel title={t('plan')}>
            <Plan exercise={exercise} />
          </Panel>
          {(state === 'planned' || state === 'running') &&
            (standing.edit.allowed ? (
              <Panel title={t('next')}>
                <div className="flex flex-col gap-4">
                  {state === 'planned' && !standing.start.allowed && (
                    <Callout tone="warn">{standing.start.reason}</Callout>
                  )}
                  {standing.start.allowed && (
                    <StartForm action={start.bind(null, number)} preconditions={exercise.preconditions} />
                  )}
                  {(standing.start.allowed || standing.finish.allowed) && (
                    <JournalForm action={takeJournal.bind(null, number)} />
                  )}
                  {standing.callOff.allowed && <CallOffForm action={callOff.bind(null, number)} />}
                </div>
              </Panel>
            ) : (
              <p className="text-muted">{standing.edit.reason}</p>
            ))}
        </div>
        <Panel title={t('history')}>
          <History events={history} zone={context.actor.zone} now={context.now} />
        </Panel>
      </div>
    </>
  )
}
