import { getTranslations } from 'next-intl/server'
import { ProgramHeader } from '#components/programs/program-header.tsx'
import { ReportForm } from '#components/programs/telling-forms.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { draftReport } from '#lib/programs/draft.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { reportFacts } from '#lib/programs/report-facts.ts'
import { getProgramStanding } from '#lib/programs/standing.ts'
import { addDays, localDate } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { report } from '../../../telling-actions.ts'
import { Told } from '../../../told.tsx'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ kind?: string | string[] }> }

export default async function NewReportPage({ params, searchParams }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const kind = (await searchParams).kind === 'quarterly' ? 'quarterly' : 'monthly'
  const { program, standing, draft, period } = await show(context, async (work) => {
    const program = await getProgram(work, number)
    const until = localDate(context.now, program.zone)
    const from = addDays(until, kind === 'quarterly' ? -91 : -30)
    const period = { from: from < program.startOn && program.startOn < until ? program.startOn : from, until }
    const draft = draftReport(await reportFacts(work, number, period))
    return { program, period, draft, standing: await getProgramStanding(work, number) }
  })
  return (
    <>
      <ProgramHeader program={program} tab="reports" />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Panel title={t('reports.drafted')}>
          <Told source={draft} scope="draft" />
        </Panel>
        <Panel title={t(`reports.new.${kind}`)}>
          {standing.edit.allowed ? (
            <ReportForm kind={kind} {...period} criteria={program.exitCriteria} action={report.bind(null, number)} />
          ) : (
            <p className="text-muted">{standing.edit.reason}</p>
          )}
        </Panel>
      </div>
    </>
  )
}
