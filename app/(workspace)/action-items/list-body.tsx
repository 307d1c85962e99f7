import { ItemCalendar } from '#components/board/item-calendar.tsx'
import { ItemColumns } from '#components/board/item-columns.tsx'
import { ItemRows } from '#components/board/item-rows.tsx'
import { ManyBar } from '#components/board/many-bar.tsx'
import { RowForm } from '#components/board/row-form.tsx'
import { groupLabel, type Names } from '#components/board/words.ts'
import { type LookInput, monthAfter } from '#lib/action-items/look.ts'
import type { ItemFilter } from '#lib/action-items/schema.ts'
import type { ItemStateName } from '#lib/action-items/vocabulary.ts'
import { localDate } from '#lib/time.ts'
import { advanceInList, editMany, updateInList } from './actions.ts'
import { groupsOf, type readList } from './list.ts'

type Props = {
  list: Awaited<ReturnType<typeof readList>>
  look: LookInput
  filters: ItemFilter
  names: Names
  here: string
  href: (change: Record<string, unknown>) => string
  zone: string
  now: Date
}

/** Where work goes on. What is closed has its columns only while something closed is shown. */
const moving: ItemStateName[] = ['open', 'in_progress', 'blocked', 'in_verification']

export function ListBody({ list, look, filters, names, here, href, zone, now }: Props) {
  const { editable, editing } = list
  const editHref = (number: number) => href({ cursor: filters.cursor, edit: number })
  const form = editing && {
    number: editing.item.number,
    form: (
      <RowForm
        {...{ ...editing, people: list.people, focus: look.focus, cancelHref: here }}
        update={updateInList.bind(null, editing.item.number, here)}
        advance={advanceInList.bind(null, editing.item.number, here)}
      />
    ),
  }
  if (look.as === 'board')
    return (
      <ItemColumns
        columns={list.columns}
        always={filters.state || filters.status === 'closed' ? [] : moving}
        {...{ editable, editHref, editing: form }}
        listHref={(state) => href({ as: undefined, state: [state] })}
      />
    )
  if (look.as === 'calendar')
    return (
      <ItemCalendar
        month={list.month}
        today={localDate(now, zone)}
        days={list.days}
        previousHref={href({ month: monthAfter(list.month, -1) })}
        nextHref={href({ month: monthAfter(list.month, 1) })}
        dayHref={(date) => href({ as: undefined, dueFrom: date, dueUntil: date })}
      />
    )
  return (
    <>
      <ItemRows
        groups={groupsOf(list.items, look.by, { counts: list.groups, names, label: groupLabel })}
        {...{ editable, editHref, editing: form }}
      />
      {editable.size > 0 && <ManyBar action={editMany.bind(null, here)} names={names} targets={list.targets} />}
    </>
  )
}
