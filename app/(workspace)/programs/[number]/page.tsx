import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { BurnUp } from '#components/programs/burn-up.tsx'
import { DecisionLog } from '#components/programs/decision-log.tsx'
import { HealthPanel } from '#components/programs/health-panel.tsx'
import { KpiCard } from '#components/programs/kpi-card.tsx'
import { MilestoneTable } from '#components/programs/milestone-table.tsx'
import { ProgramFacts } from '#components/programs/program-facts.tsx'
import { ProgramHeader } from '#components/programs/program-header.tsx'
import { RiskTable } from '#components/programs/risk-table.tsx'
import { DecisionForm, MoveForms, StateHealthForm } from '#components/programs/telling-forms.tsx'
import { UpdateList } from '#components/programs/update-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WatchButton } from '#components/watching/watch-button.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { getHealth } from '#lib/programs/condition.ts'
import { getMeasures } from '#lib/programs/measures.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { getProgramStanding } from '#lib/programs/standing.ts'
import { decisionsOf, updatesOf } from '#lib/programs/telling.ts'
import { addDays, localDate } from '#lib/time.ts'
import { isWatchingRecord } from '#lib/watching/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { toggle } from '../../watching.ts'
import { move } from '../actions.ts'
import { decide, state } from '../telling-actions.ts'
import { ProgramRecords } from './program-records.tsx'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { name } = await show(context, (work) => getProgram(work, number))
  return { title: `PRG-${number} ${name}` }
}

export default async function ProgramPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const { program, standing, watching, health, measures, decisions, updates, history } = await show(
    context,
    async (work) => ({
      program: await getProgram(work, number),
      standing: await getProgramStanding(work, number),
      watching: await isWatchingRecord(work, { kind: 'program', number }),
      health: await getHealth(work, number),
      measures: await getMeasures(work, number),
      decisions: await decisionsOf(work, number),
      updates: await updatesOf(work, number, 2),
      history: (await listActivity(work, { about: { kind: 'program', number }, limit: 20 })).items,
    }),
  )
  const today = localDate(context.now, program.zone)
  const edits = standing.edit.allowed
  const base = `/programs/${number}`
  return (
    <>
      <ProgramHeader
        program={program}
        tab="overview"
        actions={
          <>
            <WatchButton watching={watching} action={toggle(watching, 'program', number)} />
            {edits && <LinkButton href={`${base}/edit`}>{t('edit')}</LinkButton>}
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <HealthPanel health={health} />
          {edits && health.computed && (
            <div className="print:hidden">
              <StateHealthForm action={state.bind(null, number)} until={addDays(today, 14)} stated={!!health.stated} />
            </div>
          )}
          <Panel
            title={t('milestones.panel')}
            actions={standing.tell.allowed && <LinkButton href={`${base}/plan`}>{t('plan.open')}</LinkButton>}
          >
            {measures.milestones.length > 0 ? (
              <div className="flex flex-col gap-5">
                <BurnUp
                  milestones={measures.milestones}
                  startOn={program.startOn}
                  endOn={program.endOn}
                  today={today}
                />
                <MilestoneTable milestones={measures.milestones} />
              </div>
            ) : (
              <p className="text-muted">{t('milestones.none')}</p>
            )}
          </Panel>
          <Panel title={t('kpi.panel')}>
            {measures.kpis.length > 0 ? (
              <div className="grid gap-6 lg:grid-cols-2">
                {measures.kpis.map((kpi) => (
                  <KpiCard key={kpi.id} kpi={kpi} today={today} />
                ))}
              </div>
            ) : (
              <p className="text-muted">{t('kpi.none')}</p>
            )}
          </Panel>
          <ProgramRecords
            number={number}
            edits={edits}
            tells={standing.tell.allowed}
            milestones={measures.milestones}
          />
          {measures.risks.length > 0 && (
            <Panel title={t('risks.panel')} flush>
              <RiskTable risks={measures.risks} />
            </Panel>
          )}
          <Panel
            title={t('updates.panel')}
            actions={<LinkButton href={`${base}/updates`}>{t('updates.all')}</LinkButton>}
          >
            <UpdateList updates={updates} />
          </Panel>
          <Panel title={t('decisions.panel')}>
            <div className="flex flex-col gap-4">
              <DecisionLog decisions={decisions} zone={context.actor.zone} />
              {edits && <DecisionForm action={decide.bind(null, number)} open={health.jumpedOn !== null} />}
            </div>
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('about')}>
            <ProgramFacts program={program} />
          </Panel>
          {standing.ahead.length > 0 && (
            <Panel title={t('move.panel')}>
              <MoveForms ahead={standing.ahead} action={move.bind(null, number)} />
            </Panel>
          )}
          <Panel title={t('history')}>
            <History events={history} zone={context.actor.zone} now={context.now} />
          </Panel>
        </div>
      </div>
    </>
  )
}
