import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { mayFind } from './model.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { AddFindingInput, ExerciseOut } from './schema.ts'

/** More than one exercise can be answered for. */
const FINDINGS_MAX = 50

export const addFinding = command({
  name: 'exercise.add_finding',
  summary: 'Adds what an exercise showed; it can become an action item or an entry of the register.',
  scope: 'programs:write',
  input: AddFindingInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => all(can(actor, 'edit', 'exercise', exercise), mayFind(exercise)),
  async run(work, { input: { text, severity, mechanism }, subject: exercise }) {
    const { db, now, actor } = work
    const count = await db.finding.count({ where: { exerciseId: exercise.id } })
    if (count >= FINDINGS_MAX) refuse(invalid('text', `An exercise has at most ${FINDINGS_MAX} findings.`))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.finding.createMany({
      data: {
        id: newId(now),
        exerciseId: exercise.id,
        ordinal: count + 1,
        text,
        severity,
        byId,
        at: now,
        mechanism: mechanism ?? null,
      },
    })
    return {
      read: () => exerciseById(work, exercise.id),
      events: [happened('exercise.found', exercise.id, { text, severity })],
    }
  },
})
