import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigureLines } from '#components/reports/figure-lines.tsx'
import { IncidentCharts } from '#components/reports/incident-charts.tsx'
import { ItemCharts } from '#components/reports/item-charts.tsx'
import { ReportFrame } from '#components/reports/report-frame.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { incidentReport } from '#lib/reports/incident-report.ts'
import { itemReport } from '#lib/reports/item-report.ts'
import { lastQuarters } from '#lib/reports/model.ts'
import { ReportInput } from '#lib/reports/schema.ts'
import { filtersFrom } from '#lib/web/filters.ts'
import { teamChoices } from '../../choices.ts'
import { csvOf } from '../csv-href.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('pages.quarter') }
}

/** The quarterly reliability review: both reports as one that can be read from paper, leading figures first. */
export default async function QuarterPage({ searchParams }: Props) {
  const [t, context, asked] = await Promise.all([getTranslations('reports.quarter'), currentContext(), searchParams])
  const chosen = filtersFrom(ReportInput, asked)
  // Two reports that ask for nothing in common: on a server with several processors neither waits for the other.
  const [items, { incidents, teams }] = await Promise.all([
    read(context, (work) => itemReport(work, chosen)),
    read(context, async (work) => ({ incidents: await incidentReport(work, chosen), teams: await teamChoices(work) })),
  ])
  const leading = [
    ...items.lines.filter(({ key }) => key === 'overdueWeighty'),
    ...incidents.lines.filter(({ key }) => key === 'preventableOpen' || key === 'repeats'),
  ]
  const heading = 'text-lg font-semibold tracking-tight'
  return (
    <ReportFrame
      current="quarter"
      {...{ teams, chosen }}
      period={items.period}
      quarters={lastQuarters(context.now, 12)}
    >
      <div className="flex flex-col gap-6">
        <h2 className={heading}>{t('leading')}</h2>
        <FigureLines lines={leading} />
        <h2 className={heading}>{t('incidents')}</h2>
        <FigureLines lines={incidents.lines.filter((line) => !leading.includes(line))} />
        <IncidentCharts report={incidents} csv={csvOf('incidents', chosen)} />
        <h2 className={heading}>{t('items')}</h2>
        <FigureLines lines={items.lines.filter((line) => !leading.includes(line))} />
        <ItemCharts report={items} csv={csvOf('action-items', chosen)} />
      </div>
    </ReportFrame>
  )
}
