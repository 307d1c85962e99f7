import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Due } from '#components/action-items/due.tsx'
import { PriorityBadge } from '#components/action-items/priority-badge.tsx'
import { Person } from '#components/ui/avatar.tsx'
import { Link } from '#components/ui/link.tsx'
import type { BoardColumn } from '#lib/action-items/board.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { type ItemStateName, itemStates } from '#lib/action-items/vocabulary.ts'

type Props = {
  columns: BoardColumn[]
  /** Columns that stand there also when they are empty: something can be moved to them. */
  always: readonly ItemStateName[]
  editable: ReadonlySet<number>
  editHref: (number: number) => string
  listHref: (state: ItemStateName) => string
  editing: { number: number; form: ReactNode } | null
}

/** By state. A card is moved with its form, which a drag only opens: every step asks for something. */
export function ItemColumns({ columns, always, editing, listHref, ...rest }: Props) {
  const t = useTranslations('board.columns')
  const known = new Map(columns.map((column) => [column.state, column]))
  const shown = (Object.keys(itemStates) as ItemStateName[]).filter(
    (state) => known.has(state) || always.includes(state),
  )
  return (
    <>
      {editing && (
        <section aria-label={t('move')} id="row-form" className="mb-4 rounded-lg border border-edge bg-sunken p-4">
          {editing.form}
        </section>
      )}
      <div className="flex gap-3 overflow-x-auto pb-3 max-sm:flex-col print:flex-wrap print:overflow-visible">
        {shown.map((state) => {
          const { count = 0, items = [] } = known.get(state) ?? {}
          return (
            <section
              key={state}
              data-column={state}
              aria-labelledby={`column-${state}`}
              className="flex w-72 shrink-0 flex-col rounded-lg bg-sunken p-2 data-[over]:ring-2 data-[over]:ring-accent max-sm:w-full"
            >
              <h2 id={`column-${state}`} className="flex items-center justify-between px-1.5 py-1 font-semibold">
                {itemStates[state]}
                <span className="font-normal tabular-nums text-muted">{count}</span>
              </h2>
              <ul className="flex flex-col gap-2 pt-1">
                {items.map((item) => (
                  <Card key={item.number} item={item} {...rest} />
                ))}
              </ul>
              {count > items.length && (
                <Link href={listHref(state)} className="px-1.5 pt-2 text-sm text-muted hover:text-ink hover:underline">
                  {t('more', { count: count - items.length })}
                </Link>
              )}
              {count === 0 && <p className="px-1.5 py-2 text-sm text-muted">{t('empty')}</p>}
            </section>
          )
        })}
      </div>
    </>
  )
}

function Card({ item, editable, editHref }: { item: ActionItemOut } & Pick<Props, 'editable' | 'editHref'>) {
  const t = useTranslations('board')
  const { number, title, owner, team, priority } = item
  const may = editable.has(number)
  return (
    <li
      data-row={number}
      data-edit={may ? editHref(number) : undefined}
      draggable={may}
      className="flex flex-col gap-1.5 rounded-md border border-line bg-raised p-2.5 shadow-raised focus-within:border-accent print:break-inside-avoid"
    >
      <span className="flex items-start justify-between gap-2">
        <Link
          href={`/action-items/${number}`}
          data-open
          draggable={false}
          className="min-w-0 font-medium hover:underline"
        >
          {title}
        </Link>
        <PriorityBadge priority={priority} />
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>AI-{number}</span>
        <Due item={item} />
        {owner ? <Person name={owner.name} /> : <span>{t('rows.nobody')}</span>}
        <span>{team.name}</span>
      </span>
      {may && (
        <Link
          href={editHref(number)}
          draggable={false}
          className="self-start text-sm text-accent hover:underline print:hidden"
        >
          {t('columns.moveOne')}
          <span className="sr-only"> AI-{number}</span>
        </Link>
      )}
    </li>
  )
}
