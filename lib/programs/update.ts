import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { activePerson, setServices, setTeams } from './parts.ts'
import { lockProgram, programById } from './queries.ts'
import { ProgramOut, UpdateProgramInput } from './schema.ts'

export const updateProgram = command({
  name: 'program.update',
  summary: 'Changes what a program is about: its objective, its people, its scope, its dates.',
  scope: 'programs:write',
  input: UpdateProgramInput,
  output: ProgramOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { number: _, version, ...fields }, subject: program }) {
    const { db, now } = work
    const { lead, sponsor, startOn, endOn, teams, services, ...columns } = fields
    const before = await programById(work, program.id)
    if (version !== program.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this program meanwhile. Compare and save again.',
        current: before,
      })
    if ((endOn ?? before.endOn) <= (startOn ?? before.startOn)) refuse(invalid('endOn', 'It ends after it starts.'))
    const leadId = lead === program.leadId ? undefined : await activePerson(work, lead, 'lead')
    await db.program.update({
      where: { id: program.id },
      data: {
        ...defined(columns),
        ...(leadId && { leadId }),
        ...(sponsor !== undefined && {
          sponsorId: sponsor === program.sponsorId ? sponsor : await activePerson(work, sponsor, 'sponsor'),
        }),
        ...(startOn && { startOn: dateFromLocal(startOn) }),
        ...(endOn && { endOn: dateFromLocal(endOn) }),
        version: { increment: 1 },
        updatedAt: now,
      },
    })
    if (teams) await setTeams(work, program.id, teams)
    if (services) await setServices(work, program.id, services)
    const value = await programById(work, program.id)
    return { value, events: [happened('program.updated', program.id, { changed: changedIn(before, value) })] }
  },
})

/** A form sends everything, so what it sent says nothing; what is different does. */
const changedIn = (before: ProgramOut, after: ProgramOut): string[] =>
  changeable.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

const changeable = [
  ...(['name', 'kind', 'objective', 'why', 'sponsor', 'lead', 'scopeIn', 'scopeOut', 'exitCriteria'] as const),
  ...(['startOn', 'endOn', 'cadence', 'zone', 'teams', 'services'] as const),
]
