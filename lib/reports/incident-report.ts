import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { spans } from '#lib/incidents/metrics.ts'
import { severities } from '#lib/incidents/model.ts'
import { bySeverity, detectionMethods, labelOf } from '#lib/incidents/vocabulary.ts'
import { type IncidentFigures, incidentFigures, type ReportedSpan, reportedSpans } from './incident-figures.ts'
import { countByMonth, incidentsTold, type MonthCount } from './incidents-told.ts'
import { thePeriod } from './item-report.ts'
import { incidentLines, type Line } from './lines.ts'
import type { Period, Table } from './model.ts'
import type { ReportInput } from './schema.ts'

export type IncidentReport = {
  period: Period
  figures: IncidentFigures
  lines: Line[]
  tables: { months: Table; severities: Table; detection: Table; times: Record<ReportedSpan, Table> }
}

/** Incidents of the period, with the year before it month by month, of what this actor can see. */
export async function incidentReport(
  work: Work,
  { period: name, team }: z.output<typeof ReportInput>,
): Promise<IncidentReport> {
  const period = thePeriod(name, work.now)
  const figures = incidentFigures(await incidentsTold(work, { team, ...period }), bySeverity)
  const from = new Date(Date.UTC(period.from.getUTCFullYear() - 1, period.from.getUTCMonth() + 3, 1))
  const months = await countByMonth(work, { team, from, to: period.to })
  return {
    period,
    figures,
    lines: incidentLines(figures),
    tables: {
      months: monthTable(months, from, period.to),
      severities: {
        key: 'severities',
        columns: ['severity', 'incidents', 'low', 'high'],
        rows: figures.bySeverity.map(({ severity, count, interval }) => [
          ...[severities[severity], count, Math.round(interval.low * 10) / 10, Math.round(interval.high * 10) / 10],
        ]),
        hrefs: figures.bySeverity.map(({ severity, count }) => (count > 0 ? `/incidents?severity=${severity}` : null)),
      },
      detection: {
        key: 'detection',
        columns: ['method', 'incidents'],
        rows: figures.detection.map(({ method, count }) => [
          method ? labelOf(detectionMethods, method) : 'Not said',
          count,
        ]),
      },
      times: Object.fromEntries(reportedSpans.map((span) => [span, timesTable(figures, span)])) as Record<
        ReportedSpan,
        Table
      >,
    },
  }
}

function timesTable({ times }: IncidentFigures, span: ReportedSpan): Table {
  const { dots } = times[span]
  return {
    key: span,
    columns: ['incident', 'title', 'severity', 'minutes'],
    rows: dots.map(({ number, title, severity, minutes }) => [
      ...[`INC-${number}`, title, severities[severity], Math.round(minutes * 10) / 10],
    ]),
    hrefs: dots.map(({ number }) => `/incidents/${number}`),
  }
}

/** Which two points each chart subtracts. */
export const spanLabel = (span: ReportedSpan): string => spans[span].label

function monthTable(counts: readonly MonthCount[], from: Date, to: Date): Table {
  const months: string[] = []
  for (let at = new Date(from); at <= to; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)))
    months.push(at.toISOString().slice(0, 7))
  return {
    key: 'months',
    columns: ['month', ...bySeverity],
    rows: months.map((month) => [
      month,
      ...bySeverity.map(
        (severity) => counts.find((each) => each.month === month && each.severity === severity)?.count ?? 0,
      ),
    ]),
  }
}
