import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId, slugOf } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { presentService } from './present.ts'
import { CreateServiceInput, ServiceOut } from './schema.ts'

export const createService = command({
  name: 'service.create',
  summary: 'Adds a service to the catalogue.',
  scope: 'admin:write',
  input: CreateServiceInput,
  output: ServiceOut,
  subject: (work, input) => teamBySlug(work, input.team, 'team'),
  may: (actor) => can(actor, 'create', 'service'),
  async run({ db, now }, { input, subject: team }) {
    const slug = input.slug ?? slugOf(input.name)
    if (await db.service.findUnique({ where: { slug }, select: { id: true } }))
      refuse(invalid('slug', `There is a service at "${slug}" already; give this one another short name.`))
    const { name, description, tier } = input
    const service = await db.service.create({
      data: { id: newId(now), slug, name, description, tier, teamId: team.id, createdAt: now },
      include: { team: true },
    })
    return {
      value: presentService(service),
      events: [happened('service.created', service.id, { name, teamId: team.id })],
    }
  },
})
