import { ArrowDown, ArrowUp } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The cell that names the row: a row header for screen readers, the title of the card on a phone. */
  primary?: boolean
  /** Numbers and durations line up at their end. */
  align?: 'end'
  /** Not worth a line on a card. */
  wideOnly?: boolean
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

/** A real table on a desk, a list of cards on a phone: the same elements, rearranged by CSS. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Header<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column
  return (
    <th scope="col" data-align={column.align} aria-sort={sort?.direction}>
      {sort ? (
        <Link href={sort.href} className="inline-flex items-center gap-1 hover:text-ink">
          {column.header}
          {sort.direction && <Icon icon={sort.direction === 'ascending' ? ArrowUp : ArrowDown} className="size-3.5" />}
        </Link>
      ) : (
        column.header
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  if (column.primary) {
    return (
      <th scope="row" data-primary>
        {content}
      </th>
    )
  }
  return (
    <td data-align={column.align} data-wide-only={column.wideOnly || undefined} data-label={column.header}>
      {content}
    </td>
  )
}
