import { command } from '#lib/command.ts'
import type { Db } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { keepsAnOwner } from './model.ts'
import { presentTeamWithMembers, withMembers } from './present.ts'
import { lockTeam } from './queries.ts'
import { SetMemberInput, TeamWithMembersOut } from './schema.ts'

/** One command for letting in, changing the role and taking out: the role says which. */
export const setTeamMember = command({
  name: 'team.set_member',
  summary: 'Gives a person a role in a team, or takes them out of it.',
  scope: 'people:write',
  input: SetMemberInput,
  output: TeamWithMembersOut,
  subject: (work, { slug }) => lockTeam(work, slug),
  may: (actor, team) => can(actor, 'edit', 'team', team),
  async run({ db }, { input: { person: personId, role }, subject: { id: teamId } }) {
    const members = await db.membership.findMany({ where: { teamId }, select: { personId: true, role: true } })
    const decision = keepsAnOwner(members, { personId, role })
    if (!decision.allowed) refuse({ kind: 'conflict', message: decision.reason })
    const { name } = await whom(db, { personId, isMember: members.some((member) => member.personId === personId) })
    if (role === 'none') await db.membership.deleteMany({ where: { teamId, personId } })
    else
      await db.membership.upsert({
        where: { teamId_personId: { teamId, personId } },
        create: { teamId, personId, role },
        update: { role },
      })
    const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, include: withMembers })
    return {
      value: presentTeamWithMembers(team),
      events: [happened('team.member_set', teamId, { personId, name, role: role === 'none' ? null : role })],
    }
  },
})

/** Nobody who left can be let in, and whoever is not in the team can not be taken out of it. */
async function whom(
  db: Db,
  { personId, isMember }: { personId: string; isMember: boolean },
): Promise<{ name: string }> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { name: true, deactivatedAt: true } })
  if (!person || (person.deactivatedAt && !isMember)) return refuse(invalid('person', 'Choose somebody active here.'))
  return person
}
