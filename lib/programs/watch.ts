import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, notFound, refuse } from '#lib/problem.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { PartOut, UnwatchInput, WatchInput } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const watchMechanism = command({
  name: 'program.watch_mechanism',
  summary: 'Lets a program watch a mechanism: its incidents concern the program from then on.',
  scope: 'programs:write',
  input: WatchInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { mechanism, maxTier = null, inScope }, subject: program }) {
    const { db, now } = work
    if ((await db.watch.count({ where: { programId: program.id, mechanism, endedAt: null } })) > 0)
      refuse(conflict('The program watches this mechanism already.'))
    const id = newId(now)
    await db.watch.create({ data: { id, programId: program.id, mechanism, maxTier, inScope, byId: me(work), at: now } })
    return {
      value: { program: program.number, id },
      events: [happened('program.watch_added', program.id, { mechanism })],
    }
  },
})

export const unwatchMechanism = command({
  name: 'program.unwatch_mechanism',
  summary: 'Ends that a program watches a mechanism.',
  scope: 'programs:write',
  input: UnwatchInput,
  output: PartOut,
  subject: async (work, { number, id }) => {
    const program = await lockProgram(work, number)
    const watch = await work.db.watch.findFirst({ where: { id, programId: program.id, endedAt: null } })
    return { ...program, watch: watch ?? refuse(notFound) }
  },
  may: (actor, { watch, ...program }) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run({ db, now }, { subject: { watch, ...program } }) {
    await db.watch.update({ where: { id: watch.id }, data: { endedAt: now } })
    return {
      value: { program: program.number, id: watch.id },
      events: [happened('program.watch_ended', program.id, { mechanism: watch.mechanism })],
    }
  },
})
