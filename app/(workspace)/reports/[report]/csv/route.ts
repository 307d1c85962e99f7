import { notFound } from 'next/navigation'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { csvLine } from '#lib/exports/csv.ts'
import { incidentReport } from '#lib/reports/incident-report.ts'
import { itemReport } from '#lib/reports/item-report.ts'
import type { Table } from '#lib/reports/model.ts'
import { ItemReportInput, ReportInput } from '#lib/reports/schema.ts'
import { filtersFrom } from '#lib/web/filters.ts'

type Given = { params: Promise<{ report: string }> }

/** The figures behind one picture, as they are for whoever asks. */
export async function GET(request: Request, { params }: Given): Promise<Response> {
  const [context, { report }] = await Promise.all([currentContext(), params])
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const tables = await read(context, async (work): Promise<Table[]> => {
    if (report === 'action-items')
      return Object.values((await itemReport(work, filtersFrom(ItemReportInput, asked))).tables)
    if (report !== 'incidents') return []
    const { times, ...others } = (await incidentReport(work, filtersFrom(ReportInput, asked))).tables
    return [...Object.values(others), ...Object.values(times)]
  })
  const table = tables.find(({ key }) => key === asked.table) ?? notFound()
  return new Response([table.columns, ...table.rows].map(csvLine).join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="firebreak-${report}-${table.key}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
