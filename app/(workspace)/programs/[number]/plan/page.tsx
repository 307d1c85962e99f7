import { getTranslations } from 'next-intl/server'
import { MilestoneTable } from '#components/programs/milestone-table.tsx'
import {
  AddKpiForm,
  AddMilestoneForm,
  AddRiskForm,
  AdvanceMilestoneForm,
  AssessRiskForm,
  DropMilestoneForm,
  EditMilestoneForm,
  MeasureForm,
  MoveMilestoneForm,
  OrderForm,
  PlanKpiForm,
} from '#components/programs/part-forms.tsx'
import { ProgramHeader } from '#components/programs/program-header.tsx'
import { RiskTable } from '#components/programs/risk-table.tsx'
import { WatchForm } from '#components/programs/telling-forms.tsx'
import { WatchList } from '#components/programs/watch-list.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getMeasures } from '#lib/programs/measures.ts'
import { getProgram, watchesOf } from '#lib/programs/queries.ts'
import { getProgramStanding } from '#lib/programs/standing.ts'
import { localDate } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { personChoices, teamChoices } from '../../../choices.ts'
import * as actions from '../../actions.ts'

export default async function PlanPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const { program, standing, measures, watches, people, teams } = await show(context, async (work) => ({
    program: await getProgram(work, number),
    standing: await getProgramStanding(work, number),
    measures: await getMeasures(work, number),
    watches: await watchesOf(work, number),
    people: await personChoices(work),
    teams: await teamChoices(work),
  }))
  const [edits, tells] = [standing.edit.allowed, standing.tell.allowed]
  const today = localDate(context.now, program.zone)
  return (
    <>
      <ProgramHeader program={program} tab="plan" />
      <div className="flex flex-col gap-5">
        {!standing.tell.allowed && <Callout tone="neutral">{standing.tell.reason}</Callout>}
        <Panel title={t('milestones.panel')} flush>
          <MilestoneTable milestones={measures.milestones} />
          <div className="flex flex-col gap-1 p-4">
            {measures.milestones.map((milestone, at, all) => (
              <div key={milestone.id} className="flex flex-col gap-x-6 lg:flex-row lg:flex-wrap">
                {edits && (
                  <>
                    <OrderForm
                      {...{ milestone, at }}
                      last={at === all.length - 1}
                      action={actions.planMilestone.bind(null, number, milestone.id)}
                    />
                    <EditMilestoneForm
                      {...{ milestone, people, teams }}
                      action={actions.planMilestone.bind(null, number, milestone.id)}
                    />
                  </>
                )}
                {tells && !milestone.dropped && (
                  <AdvanceMilestoneForm
                    milestone={milestone}
                    action={actions.doMilestone.bind(null, number, milestone.id)}
                  />
                )}
                {edits && !milestone.dropped && milestone.percent < 100 && (
                  <MoveMilestoneForm
                    milestone={milestone}
                    action={actions.planMilestone.bind(null, number, milestone.id)}
                  />
                )}
                {edits && milestone.percent < 100 && (
                  <DropMilestoneForm
                    milestone={milestone}
                    action={actions.planMilestone.bind(null, number, milestone.id)}
                  />
                )}
              </div>
            ))}
            {edits && <AddMilestoneForm {...{ people, teams }} action={actions.newMilestone.bind(null, number)} />}
          </div>
        </Panel>
        <Panel title={t('kpi.panel')}>
          <div className="flex flex-col gap-1">
            {measures.kpis.map((kpi) => (
              <div key={kpi.id} className="flex flex-col gap-x-6 lg:flex-row lg:flex-wrap">
                {tells && !kpi.ended && (
                  <MeasureForm kpi={kpi} today={today} action={actions.measure.bind(null, number, kpi.id)} />
                )}
                {edits && <PlanKpiForm kpi={kpi} action={actions.replanKpi.bind(null, number, kpi.id)} />}
              </div>
            ))}
            {measures.kpis.length === 0 && <p className="text-muted">{t('kpi.none')}</p>}
            {edits && (
              <AddKpiForm startOn={program.startOn} endOn={program.endOn} action={actions.newKpi.bind(null, number)} />
            )}
          </div>
        </Panel>
        <Panel title={t('risks.panel')} flush>
          {measures.risks.length > 0 && <RiskTable risks={measures.risks} />}
          <div className="flex flex-col gap-1 p-4">
            {measures.risks.length === 0 && <p className="text-muted">{t('risks.noneYet')}</p>}
            {edits &&
              measures.risks.map((risk) => (
                <AssessRiskForm
                  key={risk.id}
                  risk={risk}
                  people={people}
                  action={actions.reassess.bind(null, number, risk.id)}
                />
              ))}
            {edits && <AddRiskForm people={people} action={actions.newRisk.bind(null, number)} />}
          </div>
        </Panel>
        <Panel title={t('watches.panel')}>
          <p className="mb-3 text-muted">{t('watches.about')}</p>
          <WatchList
            watches={watches.map((watch) => ({
              ...watch,
              ...(edits && { end: actions.unwatch.bind(null, number, watch.id) }),
            }))}
          />
          {edits && <WatchForm action={actions.watch.bind(null, number)} />}
        </Panel>
      </div>
    </>
  )
}
