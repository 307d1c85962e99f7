import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigureLines } from '#components/reports/figure-lines.tsx'
import { ItemCharts } from '#components/reports/item-charts.tsx'
import { ReportFrame } from '#components/reports/report-frame.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { itemReport } from '#lib/reports/item-report.ts'
import { lastQuarters } from '#lib/reports/model.ts'
import { ItemReportInput } from '#lib/reports/schema.ts'
import { filtersFrom } from '#lib/web/filters.ts'
import { teamChoices } from '../../choices.ts'
import { csvOf } from '../csv-href.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('pages.action-items') }
}

export default async function ItemReportPage({ searchParams }: Props) {
  const [context, asked] = await Promise.all([currentContext(), searchParams])
  const chosen = filtersFrom(ItemReportInput, asked)
  const { report, teams } = await read(context, async (work) => ({
    report: await itemReport(work, chosen),
    teams: await teamChoices(work),
  }))
  return (
    <ReportFrame
      current="action-items"
      {...{ teams, chosen }}
      period={report.period}
      quarters={lastQuarters(context.now, 12)}
    >
      <div className="flex flex-col gap-6">
        <FigureLines lines={report.lines} />
        <ItemCharts report={report} csv={csvOf('action-items', chosen)} />
      </div>
    </ReportFrame>
  )
}
