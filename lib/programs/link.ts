import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { LinkInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const linkRecord = command({
  name: 'program.link_record',
  summary:
    'Takes an incident, a postmortem or a guide into a program, takes it out again, or says why it is none of its.',
  scope: 'programs:write',
  input: LinkInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input, subject: program }) {
    const { db, now } = work
    const { answer, reason } = input
    const { what, otherId, ...record } = await recordOf(work, input)
    const id = newId(now)
    await db.programLink.create({
      data: { id, programId: program.id, ...record, answer, reason, byId: me(work), at: now },
    })
    const told = { what, answer, reason, ...(otherId && { otherId }) }
    return {
      value: { program: program.number, id },
      events: [happened('program.record_linked', program.id, told)],
    }
  },
})

type Named = Pick<(typeof LinkInput)['_output'], 'incident' | 'postmortem' | 'guide'>

async function recordOf({ db }: Work, { incident, postmortem, guide }: Named) {
  const find = { select: { id: true } } as const
  if (incident) {
    const row = await db.incident.findUnique({ where: { number: incident }, ...find })
    const { id } = row ?? refuse(invalid('incident', 'Choose an incident that you can see.'))
    return { incidentId: id, otherId: id, what: `INC-${incident}` }
  }
  if (postmortem) {
    const row = await db.postmortem.findUnique({ where: { number: postmortem }, ...find })
    const { id } = row ?? refuse(invalid('postmortem', 'Choose a postmortem that you can see.'))
    return { postmortemId: id, otherId: id, what: `PM-${postmortem}` }
  }
  return { guide: guide ?? '', otherId: null, what: `the guide ${guide}` }
}
