import type { Names } from '#components/board/words.ts'
import { listColumns, listDays } from '#lib/action-items/board.ts'
import { countFacets } from '#lib/action-items/facets.ts'
import { countGroups } from '#lib/action-items/groups.ts'
import { listTargets } from '#lib/action-items/into-program.ts'
import { groupValue, type LookInput, thisMonth } from '#lib/action-items/look.ts'
import { listProgramOptions } from '#lib/action-items/program-options.ts'
import { type GroupedItem, listGroupedItems } from '#lib/action-items/queries.ts'
import type { ItemFilter } from '#lib/action-items/schema.ts'
import { countBefore, editableOf, getMoveStanding, possibleSteps } from '#lib/action-items/standing.ts'
import type { Grouping } from '#lib/action-items/vocabulary.ts'
import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import { personChoices, teamChoices } from '../choices.ts'
import { viewsOf } from '../views-of.ts'

/** Everything the list shows, read in one transaction. */
export async function readList(work: Work, filters: ItemFilter, look: LookInput) {
  const { as, by, changed, view } = look
  const teams = await teamChoices(work)
  const people = await personChoices(work)
  const month = look.month ?? thisMonth(work.now, work.actor.kind === 'person' ? work.actor.zone : 'UTC')
  const page = as === 'table' ? await listGroupedItems(work, filters, by) : { items: [], nextCursor: null }
  const columns = as === 'board' ? await listColumns(work, filters) : []
  const days = as === 'calendar' ? await listDays(work, filters, month) : []
  const shown = [...page.items, ...columns.flatMap(({ items }) => items)]
  return {
    programs: await listProgramOptions(work),
    targets: await listTargets(work),
    teams,
    people,
    month,
    columns,
    days,
    nextCursor: page.nextCursor,
    views: await viewsOf(work, 'action_items', view),
    items: page.items,
    counts: await countFacets(work, filters),
    groups: by && as === 'table' ? await countGroups(work, filters, by) : new Map<string, number>(),
    editable: await editableOf(
      work,
      shown.map(({ number }) => number),
    ),
    editing: await editingOf(work, shown, look),
    undoable: changed ? await countBefore(work, changed) : 0,
    create: can(work.actor, 'create', 'actionItem'),
  }
}

async function editingOf(work: Work, shown: readonly GroupedItem[] | readonly Shown[], { edit, to }: LookInput) {
  const item = edit && shown.find(({ number }) => number === edit)
  if (!item) return null
  const steps = await possibleSteps(work, [item])
  return {
    item,
    steps: steps.get(item.number) ?? [],
    to: to ? { step: to, may: await getMoveStanding(work, item.number, to) } : null,
  }
}

type Shown = Omit<GroupedItem, 'group'>

/** Items that came in the order of their groups, group by group. A page may begin in the middle of one. */
export function groupsOf(
  items: readonly GroupedItem[],
  by: Grouping | undefined,
  { counts, names, label }: { counts: Map<string, number>; names: Names; label: GroupLabel },
) {
  const keys = [...new Set(items.map(({ group }) => group))]
  return keys.map((key) => ({
    key,
    label: by ? label(by, groupValue(by, key), names) : '',
    count: counts.get(key) ?? 0,
    items: items.filter(({ group }) => group === key),
  }))
}

type GroupLabel = (by: Grouping, value: string | null, names: Names) => string
