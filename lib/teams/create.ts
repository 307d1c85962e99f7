import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId, slugOf } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { presentTeam, withCounts } from './present.ts'
import { CreateTeamInput, TeamOut } from './schema.ts'

export const createTeam = command({
  name: 'team.create',
  summary: 'Adds a team.',
  scope: 'people:write',
  input: CreateTeamInput,
  output: TeamOut,
  subject: async () => null,
  may: (actor) => can(actor, 'create', 'team'),
  async run({ db, now }, { input: { slug: given, ...fields } }) {
    const slug = given ?? slugOf(fields.name)
    if (await db.team.findUnique({ where: { slug }, select: { id: true } }))
      refuse(invalid('slug', `There is a team at "${slug}" already; give this one another short name.`))
    const team = await db.team.create({
      data: { id: newId(now), slug, ...fields, createdAt: now },
      include: withCounts,
    })
    return { value: presentTeam(team), events: [happened('team.created', team.id, { name: team.name })] }
  },
})
