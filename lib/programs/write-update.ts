import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { PartOut, WriteUpdateInput } from './parts-schema.ts'
import { lockProgram } from './queries.ts'
import { mondayOf } from './weeks.ts'

export const writeUpdate = command({
  name: 'program.write_update',
  summary: 'Writes the five lines of one team about one week. A second one about the same week corrects the first.',
  scope: 'programs:write',
  input: WriteUpdateInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'tell', 'program', program), mayChange(program)),
  async run(work, { input: { number: _, team: slug, weekOf: day, ...lines }, subject: program }) {
    const { db, now } = work
    const team = await teamBySlug(work, slug, 'team')
    if (!program.teams.some(({ teamId }) => teamId === team.id))
      refuse(invalid('team', 'Choose a team of this program.'))
    if (Object.values(lines).every((line) => line === '')) refuse(invalid('done', 'Write at least one line.'))
    const weekOf = mondayOf(day)
    const id = newId(now)
    await db.programUpdate.create({
      data: {
        id,
        programId: program.id,
        teamId: team.id,
        weekOf: dateFromLocal(weekOf),
        ...lines,
        byId: me(work),
        at: now,
      },
    })
    return {
      value: { program: program.number, id },
      events: [happened('program.update_written', program.id, { team: team.name, weekOf })],
    }
  },
})
