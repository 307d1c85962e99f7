import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { tidyQuery, VIEWS_MAX } from './model.ts'
import { getView } from './queries.ts'
import { SaveViewInput, ViewOut } from './schema.ts'
import { mayShare, shared } from './sharing.ts'

export const saveView = command({
  name: 'view.save',
  summary: 'Keeps a list with its filters under a name, for oneself, a team or everyone.',
  scope: 'views:write',
  input: SaveViewInput,
  output: ViewOut,
  subject: async () => null,
  may: (actor, _, { sharing }) => all(can(actor, 'create', 'view'), mayShare(actor, sharing)),
  async run(work, { input: { list, name, query, sharing, team } }) {
    const { db, now, actor } = work
    if (actor.kind !== 'person') return refuse(conflict('A view belongs to a person.'))
    // Counted under a lock of one's own row, or two at once would both be the last that fits.
    await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`views ${actor.personId}`}, 0))::text`
    if ((await db.savedView.count({ where: { createdById: actor.personId } })) >= VIEWS_MAX)
      refuse(conflict(`You have ${VIEWS_MAX} views. Remove one first.`))
    const id = newId(now)
    const reach = await shared(work, { sharing, team })
    await db.savedView.createMany({
      data: {
        id,
        list,
        name,
        query: tidyQuery(list, query),
        ...reach,
        createdById: actor.personId,
        createdAt: now,
        updatedAt: now,
      },
    })
    return {
      read: () => getView(work, id),
      events: [happened('view.saved', id, { name, visibility: reach.visibility })],
    }
  },
})
