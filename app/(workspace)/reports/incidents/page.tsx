import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigureLines } from '#components/reports/figure-lines.tsx'
import { IncidentCharts } from '#components/reports/incident-charts.tsx'
import { ReportFrame } from '#components/reports/report-frame.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { incidentReport } from '#lib/reports/incident-report.ts'
import { lastQuarters } from '#lib/reports/model.ts'
import { ReportInput } from '#lib/reports/schema.ts'
import { filtersFrom } from '#lib/web/filters.ts'
import { teamChoices } from '../../choices.ts'
import { csvOf } from '../csv-href.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('pages.incidents') }
}

export default async function IncidentReportPage({ searchParams }: Props) {
  const [context, asked] = await Promise.all([currentContext(), searchParams])
  const chosen = filtersFrom(ReportInput, asked)
  const { report, teams } = await read(context, async (work) => ({
    report: await incidentReport(work, chosen),
    teams: await teamChoices(work),
  }))
  return (
    <ReportFrame
      current="incidents"
      {...{ teams, chosen }}
      period={report.period}
      quarters={lastQuarters(context.now, 12)}
    >
      <div className="flex flex-col gap-6">
        <FigureLines lines={report.lines} />
        <IncidentCharts report={report} csv={csvOf('incidents', chosen)} />
      </div>
    </ReportFrame>
  )
}
