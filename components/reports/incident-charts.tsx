import { useTranslations } from 'next-intl'
import { Columns } from '#components/charts/columns.tsx'
import { Dots } from '#components/charts/dots.tsx'
import { Stacks } from '#components/charts/stacks.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { severities } from '#lib/incidents/model.ts'
import { bySeverity } from '#lib/incidents/vocabulary.ts'
import { type ReportedSpan, reportedSpans } from '#lib/reports/incident-figures.ts'
import { type IncidentReport, spanLabel } from '#lib/reports/incident-report.ts'
import { minutesText, spreadText } from '#lib/reports/lines.ts'
import { DataTable } from './data-table.tsx'
import { Note } from './item-charts.tsx'

type Props = { report: IncidentReport; csv: (table: string) => string }

const fills = ['fill-danger', 'fill-warn', 'fill-chart-1', 'fill-chart-2', 'fill-edge']

export function IncidentCharts({ report, csv }: Props) {
  const t = useTranslations('reports')
  const { months, severities: counted, detection } = report.tables
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      <Panel title={t('charts.months.title')}>
        <Note text={t('charts.months.text')} />
        <Stacks
          labels={months.rows.map(([month]) => String(month).slice(2))}
          series={bySeverity.map((key, index) => ({
            key,
            label: severities[key],
            className: fills[index] ?? 'fill-edge',
          }))}
          rows={months.rows.map(([, ...counts]) => counts.map(Number))}
        />
        <DataTable title={t('charts.months.title')} table={months} csvHref={csv('months')} />
      </Panel>
      <Panel title={t('charts.severities.title')}>
        <Note text={t('charts.severities.text')} />
        <Columns
          title={t('charts.severities.title')}
          unit={t('incidents')}
          points={counted.rows.map(([label, value]) => ({ label: String(label), value: Number(value) }))}
        />
        <DataTable title={t('charts.severities.title')} table={counted} csvHref={csv('severities')} />
      </Panel>
      {reportedSpans.map((span) => (
        <SpanPanel key={span} span={span} report={report} csvHref={csv(span)} />
      ))}
      <Panel title={t('charts.detection.title')}>
        <Note text={t('charts.detection.text')} />
        <ul className="flex flex-col gap-1">
          {detection.rows.map(([method, count]) => (
            <li key={String(method)} className="flex justify-between gap-4 border-b border-line py-1">
              <span>{method}</span>
              <span className="tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
        <DataTable title={t('charts.detection.title')} table={detection} csvHref={csv('detection')} />
      </Panel>
    </div>
  )
}

const ticks = [1, 5, 15, 60, 240, 1_440, 10_080, 43_200]

function SpanPanel({ span, report, csvHref }: { span: ReportedSpan; report: IncidentReport; csvHref: string }) {
  const t = useTranslations('reports')
  const { spread, early, known, of, dots } = report.figures.times[span]
  const title = spanLabel(span)
  const said = spreadText(spread)
  return (
    <Panel title={title}>
      <Note text={t(`spans.${span}`)} />
      <p className="mb-2 text-sm">
        {t('coverage', { known, of })}
        {early > 0 && ` ${t('early', { early })}`} {said.length > 0 ? `${said.join('; ')}.` : t('tooFew', { n: known })}
      </p>
      {dots.length > 0 && (
        <Dots
          dots={dots.map(({ number, title: name, severity, minutes }) => ({
            href: `/incidents/${number}`,
            row: severities[severity],
            value: minutes,
            title: `INC-${number} ${name}: ${minutesText(minutes)}`,
          }))}
          rows={bySeverity.map((severity) => severities[severity])}
          ticks={ticks}
          tickLabel={minutesText}
          median={spread.median}
          band={spread.interval}
        />
      )}
      <DataTable title={title} table={report.tables.times[span]} csvHref={csvHref} />
    </Panel>
  )
}
