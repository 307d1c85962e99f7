import { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { lockView } from './queries.ts'
import { RemoveViewInput } from './schema.ts'

/** Whoever began with it begins with what is open again. */
export const removeView = command({
  name: 'view.remove',
  summary: 'Removes a view; what it showed stays as it is.',
  scope: 'views:write',
  input: RemoveViewInput,
  output: z.null(),
  subject: (work, { id }) => lockView(work, id),
  may: (actor, view) => can(actor, 'edit', 'view', view),
  async run({ db }, { subject: { id, name } }) {
    await db.savedView.deleteMany({ where: { id } })
    return { value: null, events: [happened('view.removed', id, { name })] }
  },
})
