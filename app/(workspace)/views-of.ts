import type { Work } from '#lib/context.ts'
import { can } from '#lib/policy/can.ts'
import type { ListName } from '#lib/views/model.ts'
import { getView, listViews } from '#lib/views/queries.ts'
import { ListedByInput } from '#lib/views/schema.ts'
import { filtersFrom } from '#lib/web/filters.ts'
import { teamChoices } from './choices.ts'

/** Fifty views are what one person keeps; the page of views has the others. */
const VIEWS_SHOWN = 50

/** What a list shows of its views: all somebody may use, the one it is shown by, and what they may do. */
export async function viewsOf(work: Work, list: ListName, view: string | undefined) {
  const personId = work.actor.kind === 'person' ? work.actor.personId : ''
  const views = (await listViews(work, { list, limit: VIEWS_SHOWN })).items
  const chosen = view ? (views.find(({ id }) => id === view) ?? (await getView(work, view).catch(() => null))) : null
  const current = chosen?.list === list ? chosen : null
  return {
    list,
    views,
    current,
    personId,
    teams: await teamChoices(work),
    maySave: can(work.actor, 'create', 'view').allowed,
    mayEdit: current?.by.id === personId,
  }
}

/** The view an address names. */
export const viewIn = (asked: Record<string, string | string[] | undefined>): string | undefined =>
  filtersFrom(ListedByInput, asked).view
