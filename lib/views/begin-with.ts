import { z } from 'zod'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { mayBegin } from './model.ts'
import { lockView } from './queries.ts'
import { BeginWithViewInput } from './schema.ts'

export const beginWithView = command({
  name: 'view.begin_with',
  summary: 'Chooses the view your list of action items begins with; without one it begins with what is open.',
  scope: 'views:write',
  input: BeginWithViewInput,
  output: z.null(),
  subject: (work, { view }) => (view ? lockView(work, view) : Promise.resolve(null)),
  may: (actor) => can(actor, 'create', 'view'),
  async run({ db, actor }, { subject: view }) {
    if (actor.kind !== 'person') return refuse(conflict('A list begins with a view for a person.'))
    if (view && !mayBegin(view.list)) refuse(conflict('This list begins the same for everybody.'))
    const { personId } = actor
    await db.defaultView.deleteMany({ where: { personId } })
    if (view) await db.defaultView.createMany({ data: { personId, viewId: view.id }, skipDuplicates: true })
    return { value: null, events: [happened('view.made_default', view?.id ?? personId, { name: view?.name ?? null })] }
  },
})
