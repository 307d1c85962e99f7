import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import { isRunning } from './model.ts'
import { me } from './parts.ts'
import { PartOut, StateHealthInput } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

/** Long enough for a judgement, too short for a habit. */
const OVERRIDE_DAYS = 30

export const stateHealth = command({
  name: 'program.state_health',
  summary: 'States a health other than the computed one, with a reason, for at most 30 days; or takes that back.',
  scope: 'programs:write',
  input: StateHealthInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) =>
    all(
      can(actor, 'edit', 'program', program),
      when(isRunning(program.state), 'Health is told of programs that are active or sustaining.'),
    ),
  async run(work, { input: { colour, until, reason }, subject: program }) {
    const { db, now } = work
    const today = localDate(now, program.zone)
    if (colour && (!until || until <= today || until > addDays(today, OVERRIDE_DAYS)))
      refuse(invalid('until', `Choose a day to come, at most ${OVERRIDE_DAYS} days ahead.`))
    const id = newId(now)
    const last = colour && until ? until : null
    await db.healthOverride.create({
      data: {
        id,
        programId: program.id,
        colour,
        reason,
        byId: me(work),
        at: now,
        until: last ? dateFromLocal(last) : null,
      },
    })
    return {
      value: { program: program.number, id },
      events: [happened('program.health_stated', program.id, { colour, until: last, reason })],
    }
  },
})
