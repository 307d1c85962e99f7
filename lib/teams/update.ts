import { command } from '#lib/command.ts'
import { defined } from '#lib/defined.ts'
import { dependentsChanged } from '#lib/dependents.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { presentTeam, withCounts } from './present.ts'
import { lockTeam } from './queries.ts'
import { TeamOut, UpdateTeamInput } from './schema.ts'

export const updateTeam = command({
  name: 'team.update',
  summary: 'Changes what is said of a team.',
  scope: 'people:write',
  input: UpdateTeamInput,
  output: TeamOut,
  subject: (work, { slug }) => lockTeam(work, slug),
  may: (actor, team) => can(actor, 'edit', 'team', team),
  async run(work, { input: { slug: _, ...fields }, subject }) {
    const data = defined(fields)
    const team = await work.db.team.update({ where: { id: subject.id }, data, include: withCounts })
    if (team.name !== subject.name || team.zone !== subject.zone)
      await dependentsChanged(work, { subjectKind: 'team', subjectId: team.id })
    return { value: presentTeam(team), events: [happened('team.updated', team.id, { changed: Object.keys(data) })] }
  },
})
