import { Pencil } from 'lucide'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { Due } from '#components/action-items/due.tsx'
import { PriorityBadge } from '#components/action-items/priority-badge.tsx'
import { StateBadges } from '#components/action-items/state-badges.tsx'
import { Person } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'

export type Group = { key: string; label: string; count: number; items: ActionItemOut[] }

type Props = {
  /** One without a label where nothing is grouped. */
  groups: Group[]
  /** Those this person may change; only they can be selected. */
  editable: ReadonlySet<number>
  editHref: (number: number) => string
  /** The open form of one row. */
  editing: { number: number; form: ReactNode } | null
}

const COLUMNS = 6
/** The form that takes the ticks of all rows, wherever it stands. */
export const MANY_FORM = 'many'

export function ItemRows({ groups, ...rest }: Props) {
  const t = useTranslations('board')
  return (
    <div className="table-frame">
      <table className="table board-table" aria-label={t('rows.caption')}>
        <thead>
          <tr>
            <th scope="col" className="w-8">
              <span className="sr-only">{t('rows.select')}</span>
            </th>
            {(['title', 'state', 'due', 'owner'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rows.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('rows.change')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.label && (
              <tr className="board-group">
                <th colSpan={COLUMNS} scope="rowgroup" className="bg-sunken">
                  {group.label} <span className="ml-1 font-normal tabular-nums text-muted">{group.count}</span>
                </th>
              </tr>
            )}
            {group.items.map((item) => (
              <Row key={item.number} item={item} {...rest} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Row({ item, editable, editHref, editing }: Omit<Props, 'groups'> & { item: ActionItemOut }) {
  const t = useTranslations('board')
  const { number, title, closed, owner, team, priority } = item
  const may = editable.has(number)
  return (
    <Fragment>
      <tr data-row={number} data-edit={may ? editHref(number) : undefined} className="focus-within:bg-hover">
        <td data-label={t('rows.select')} className="print:hidden">
          {may && (
            <input
              type="checkbox"
              name="numbers"
              value={number}
              form={MANY_FORM}
              aria-label={t('rows.pick', { number, title })}
              className="size-4 pointer-coarse:size-5"
            />
          )}
        </td>
        <th scope="row" data-primary>
          <span className="flex items-start gap-2.5">
            <PriorityBadge priority={priority} />
            <span className="min-w-0">
              <Link
                href={`/action-items/${number}`}
                data-open
                className={`font-medium hover:underline ${closed ? 'text-muted' : ''}`}
              >
                {title}
              </Link>
              <span className="block text-sm font-normal text-muted">
                AI-{number} · {team.name}
              </span>
            </span>
          </span>
        </th>
        <td data-label={t('rows.state')}>
          <span className="inline-flex flex-wrap gap-1">
            <StateBadges item={item} />
          </span>
        </td>
        <td data-label={t('rows.due')}>
          <Due item={item} />
        </td>
        <td data-label={t('rows.owner')}>
          {owner ? <Person name={owner.name} /> : <span className="text-muted">{t('rows.nobody')}</span>}
        </td>
        <td data-label={t('rows.change')} className="print:hidden">
          {may && (
            <Link
              href={editHref(number)}
              aria-label={t('rows.edit', { number })}
              className="inline-flex size-7 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <Icon icon={Pencil} className="size-4" />
            </Link>
          )}
        </td>
      </tr>
      {editing?.number === number && (
        <tr id="row-form">
          <td colSpan={COLUMNS} className="bg-sunken">
            {editing.form}
          </td>
        </tr>
      )}
    </Fragment>
  )
}
