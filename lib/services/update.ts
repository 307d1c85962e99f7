import { command } from '#lib/command.ts'
import { defined } from '#lib/defined.ts'
import { dependentsChanged } from '#lib/dependents.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { presentService } from './present.ts'
import { lockService } from './queries.ts'
import { ServiceOut, UpdateServiceInput } from './schema.ts'

export const updateService = command({
  name: 'service.update',
  summary: 'Changes what the catalogue says of a service.',
  scope: 'admin:write',
  input: UpdateServiceInput,
  output: ServiceOut,
  subject: (work, { slug }) => lockService(work, slug),
  may: (actor, service) => can(actor, 'edit', 'service', service),
  async run(work, { input: { slug: _, team: teamSlug, ...fields }, subject }) {
    const team = teamSlug === undefined ? null : await teamBySlug(work, teamSlug, 'team')
    const data = { ...defined(fields), ...(team && { teamId: team.id }) }
    const service = await work.db.service.update({ where: { id: subject.id }, data, include: { team: true } })
    if (service.name !== subject.name) await dependentsChanged(work, { subjectKind: 'service', subjectId: service.id })
    return {
      value: presentService(service),
      events: [happened('service.updated', service.id, { changed: Object.keys(data) })],
    }
  },
})
