import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { tidyQuery } from './model.ts'
import { getView, lockView } from './queries.ts'
import { UpdateViewInput, ViewOut } from './schema.ts'
import { mayShare, shared } from './sharing.ts'

export const updateView = command({
  name: 'view.update',
  summary: 'Renames a view, saves other filters under it, or shares it differently.',
  scope: 'views:write',
  input: UpdateViewInput,
  output: ViewOut,
  subject: (work, { id }) => lockView(work, id),
  may: (actor, view, { sharing }) => all(can(actor, 'edit', 'view', view), mayShare(actor, sharing)),
  async run(work, { input: { name, query, sharing, team }, subject: { id, list } }) {
    const { db, now } = work
    const reach = sharing ? await shared(work, { sharing, team }) : {}
    const tidy = query === undefined ? undefined : tidyQuery(list, query)
    await db.savedView.updateMany({
      where: { id },
      data: { ...defined({ name, query: tidy }), ...reach, updatedAt: now },
    })
    const value = await getView(work, id)
    const row = await db.savedView.findUniqueOrThrow({ where: { id }, select: { visibility: true } })
    return { value, events: [happened('view.updated', id, { name: value.name, visibility: row.visibility })] }
  },
})
