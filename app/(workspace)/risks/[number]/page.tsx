import { Pencil } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { RedundancyBadge } from '#components/risks/redundancy-badge.tsx'
import { RiskFacts } from '#components/risks/risk-facts.tsx'
import { ScoreBadge } from '#components/risks/score-badge.tsx'
import { TestForm, TestList } from '#components/risks/tests.tsx'
import { TreatForms } from '#components/risks/treat-forms.tsx'
import { TreatmentBadge } from '#components/risks/treatment-badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { getRisk } from '#lib/risks/queries.ts'
import { getRiskStanding } from '#lib/risks/standing.ts'
import { localDate } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { exerciseChoices, personChoices } from '../../choices.ts'
import { addTest, treat } from '../actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { component } = await show(context, (work) => getRisk(work, number))
  return { title: `RSK-${number} ${component}` }
}

export default async function RiskPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('risks'), currentContext(), numberIn(params)])
  const { risk, standing, people, exercises, history } = await show(context, async (work) => ({
    risk: await getRisk(work, number),
    standing: await getRiskStanding(work, number),
    people: await personChoices(work),
    exercises: await exerciseChoices(work),
    history: (await listActivity(work, { about: { kind: 'risk', number }, limit: 50 })).items,
  }))
  const { treatment } = risk
  return (
    <>
      <PageHeader
        title={risk.component}
        crumbs={[{ href: '/risks', label: t('title') }]}
        eyebrow={
          <>
            <span className="tabular-nums">RSK-{number}</span>
            <ScoreBadge score={risk.score} />
            <RedundancyBadge state={risk.redundancyState} />
            <TreatmentBadge treatment={treatment} />
          </>
        }
        actions={
          standing.update.allowed && (
            <>
              <LinkButton href={`/action-items/new?risk=${number}`}>{t('toItem')}</LinkButton>
              <LinkButton href={`/risks/${number}/edit`}>
                <Icon icon={Pencil} />
                {t('edit.button')}
              </LinkButton>
            </>
          )
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('treatment.title')}>
            <div className="flex flex-col gap-3">
              {treatment.kind && treatment.reason ? (
                <p className="whitespace-pre-line">{treatment.reason}</p>
              ) : (
                <p className="text-muted">{t('treatment.none')}</p>
              )}
              {treatment.approver && (
                <p className="text-muted">{t('treatment.by', { name: treatment.approver.name })}</p>
              )}
              {standing.edit.allowed ? (
                <TreatForms kinds={standing.treatments} people={people} action={treat.bind(null, number)} />
              ) : (
                <p className="text-muted">{standing.edit.reason}</p>
              )}
            </div>
          </Panel>
          <Panel title={t('tests.title')}>
            <TestList risk={risk} />
            {standing.update.allowed && (
              <Disclosure summary={t('tests.add')}>
                <TestForm
                  action={addTest.bind(null, number)}
                  exercises={exercises}
                  today={localDate(context.now, context.actor.zone)}
                />
              </Disclosure>
            )}
          </Panel>
          <Panel title={t('fields.title')}>
            <RiskFacts risk={risk} />
          </Panel>
        </div>
        <Panel title={t('history')}>
          <History events={history} zone={context.actor.zone} now={context.now} />
        </Panel>
      </div>
    </>
  )
}
