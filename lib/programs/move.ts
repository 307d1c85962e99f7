import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { mayMove } from './model.ts'
import { lockProgram, programById, standingOf } from './queries.ts'
import { MoveProgramInput, ProgramOut } from './schema.ts'

export const moveProgram = command({
  name: 'program.move',
  summary: 'Charters, starts, sustains, closes or stops a program.',
  scope: 'programs:write',
  input: MoveProgramInput,
  output: ProgramOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => can(actor, 'edit', 'program', program),
  async run(work, { input: { to, reason }, subject: program }) {
    const { db, now, actor } = work
    const decision = mayMove(await standingOf(work, program), to)
    if (!decision.allowed) refuse(conflict(decision.reason))
    if ((to === 'stopped' || to === 'closed') && !reason)
      refuse(invalid('reason', to === 'stopped' ? 'Say why it stops.' : 'Say what shows that it is over.'))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.programStep.create({ data: { id: newId(now), programId: program.id, state: to, reason, byId, at: now } })
    return {
      read: () => programById(work, program.id),
      events: [happened('program.moved', program.id, { from: program.state, to, reason })],
    }
  },
})
