import { command } from '#lib/command.ts'
import { all, when } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { AgreeInput, PartOut } from './parts-schema.ts'
import { lockProgram } from './queries.ts'

export const agreeEffect = command({
  name: 'program.agree_effect',
  summary: 'Says, as somebody else than its author, whether what a program would have changed is seen right.',
  scope: 'programs:write',
  input: AgreeInput,
  output: PartOut,
  subject: async (work, { number, id }) => {
    const program = await lockProgram(work, number)
    const effect = await work.db.programEffect.findFirst({
      where: { id, programId: program.id },
      include: { incident: { select: { number: true } } },
    })
    return { ...program, effect: effect ?? refuse(notFound) }
  },
  may: (actor, { effect, ...program }) =>
    all(
      can(actor, 'create', 'program'),
      mayChange(program),
      when(
        actor.kind !== 'person' || actor.personId !== effect.byId,
        'Somebody else agrees to what you said; ask a colleague.',
      ),
    ),
  async run(work, { input: { agrees, note }, subject: { effect, ...program } }) {
    const { db, now } = work
    if (!agrees && !note) refuse(invalid('note', 'Say what you see otherwise.'))
    const id = newId(now)
    await db.effectAgreement.create({ data: { id, effectId: effect.id, agrees, note, byId: me(work), at: now } })
    const told = { otherId: effect.incidentId, number: effect.incident.number, agrees, note }
    return {
      value: { program: program.number, id: effect.id },
      events: [happened('program.effect_agreed', program.id, told)],
    }
  },
})
