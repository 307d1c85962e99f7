import { useTranslations } from 'next-intl'
import { Columns } from '#components/charts/columns.tsx'
import { Curves } from '#components/charts/curves.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { ItemReport } from '#lib/reports/item-report.ts'
import { percent } from '#lib/reports/lines.ts'
import { DataTable } from './data-table.tsx'

type Props = { report: ItemReport; csv: (table: string) => string }

export function ItemCharts({ report: { tables, figures, period }, csv }: Props) {
  const t = useTranslations('reports')
  const place = (day: string | number | null) => Date.parse(`${day}T00:00:00Z`)
  const values = (column: number) =>
    tables.burnUp.rows.map((row) => ({ x: place(row[0] ?? null), y: Number(row[column]) }))
  const months = [0, 1, 2].map(
    (month) => new Date(Date.UTC(period.from.getUTCFullYear(), period.from.getUTCMonth() + month, 1)),
  )
  const { steps, n, done } = figures.timeToDone
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      <Panel title={t('charts.burnUp.title')}>
        <Note text={t('charts.burnUp.text')} />
        <Curves
          series={[
            { key: 'accepted', className: 'stroke-muted', dashed: true, values: values(1) },
            { key: 'ended', className: 'stroke-accent', values: values(2) },
          ]}
          xTicks={months
            .filter((month) => month <= period.to)
            .map((month) => ({ x: month.getTime(), label: month.toISOString().slice(0, 7) }))}
        />
        <DataTable title={t('charts.burnUp.title')} table={tables.burnUp} csvHref={csv('burn-up')} />
      </Panel>
      <Panel title={t('charts.timeToDone.title')}>
        <Note text={t('charts.timeToDone.text', { n, done })} />
        {steps.length > 0 ? (
          <Curves
            steps
            yLabel={percent}
            series={[
              {
                key: 'open',
                className: 'stroke-accent',
                values: [{ x: 0, y: 1 }, ...steps.map(({ days, open }) => ({ x: days, y: open }))],
              },
            ]}
            xTicks={ticksTo(steps.at(-1)?.days ?? 0).map((days) => ({ x: days, label: t('days', { days }) }))}
          />
        ) : (
          <p className="text-muted">{t('none')}</p>
        )}
        <DataTable title={t('charts.timeToDone.title')} table={tables.timeToDone} csvHref={csv('time-to-done')} />
      </Panel>
      <Panel title={t('charts.age.title')}>
        <Note text={t('charts.age.text')} />
        <Columns
          title={t('charts.age.title')}
          unit={t('items')}
          points={tables.age.rows.map(([label, value]) => ({ label: String(label), value: Number(value) }))}
        />
        <DataTable title={t('charts.age.title')} table={tables.age} csvHref={csv('age')} />
      </Panel>
    </div>
  )
}

export const Note = ({ text }: { text: string }) => <p className="mb-3 max-w-prose text-sm text-muted">{text}</p>

/** Some five round places up to the last day. */
function ticksTo(most: number): number[] {
  const step = [7, 14, 30, 60, 90, 180].find((each) => most / each <= 5) ?? 365
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step)
}
