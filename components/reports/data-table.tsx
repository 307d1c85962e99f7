import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Table } from '#lib/reports/model.ts'

/** What a picture shows, as figures: for whoever cannot see it, wants to check it, or takes it along. */
export function DataTable({ title, table, csvHref }: { title: string; table: Table; csvHref: string }) {
  const t = useTranslations('reports')
  const column = (key: string) =>
    t.has(`columns.${key}` as 'columns.day') ? t(`columns.${key}` as 'columns.day') : key
  return (
    <Disclosure summary={t('asTable')}>
      <div className="overflow-x-auto">
        <table className="text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {table.columns.map((key) => (
                <th key={key} scope="col" className="px-2 py-1 text-left font-medium text-muted">
                  {column(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={`${row[0]} ${row[1]}`} className="border-t border-line">
                {row.map((value, place) => (
                  <Cell key={table.columns[place]} value={value} href={place === 0 ? table.hrefs?.[index] : null} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-2 print:hidden">
        <a href={csvHref} download className="text-accent hover:underline">
          {t('csv')}
        </a>
      </p>
    </Disclosure>
  )
}

function Cell({ value, href }: { value: string | number | null; href?: string | null | undefined }) {
  return (
    <td className={`px-2 py-1 ${typeof value === 'number' ? 'text-right tabular-nums' : ''}`}>
      {href ? (
        <Link href={href} className="text-accent hover:underline">
          {value}
        </Link>
      ) : (
        value
      )}
    </td>
  )
}
