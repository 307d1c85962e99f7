import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { getSweep, lockSweep } from './queries.ts'
import { CloseSweepInput, GetSweepInput, SweepOut } from './schema.ts'

export const closeSweep = command({
  name: 'sweep.close',
  summary: 'Closes a sweep: its answers stay, and nobody is asked any more.',
  scope: 'programs:write',
  input: CloseSweepInput,
  output: SweepOut,
  subject: (work, { number }) => lockSweep(work, number),
  may: (actor, sweep) => can(actor, 'edit', 'sweep', sweep),
  async run(work, { input: { number, note }, subject: { id, closure } }) {
    const { db, now, actor } = work
    if (closure) refuse(conflict('It is closed already.'))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.sweepClosure.createMany({ data: { sweepId: id, note, byId, at: now } })
    return { read: () => getSweep(work, number), events: [happened('sweep.closed', id, { note })] }
  },
})

export const reopenSweep = command({
  name: 'sweep.reopen',
  summary: 'Opens a closed sweep again, so that it can be answered.',
  scope: 'programs:write',
  input: GetSweepInput,
  output: SweepOut,
  subject: (work, { number }) => lockSweep(work, number),
  may: (actor, sweep) => can(actor, 'edit', 'sweep', sweep),
  async run(work, { input: { number }, subject: { id, closure } }) {
    if (!closure) refuse(conflict('It is open already.'))
    await work.db.sweepClosure.deleteMany({ where: { sweepId: id } })
    return { read: () => getSweep(work, number), events: [happened('sweep.reopened', id, {})] }
  },
})
