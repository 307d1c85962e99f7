import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { mayCallOff } from './model.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { CallOffInput, ExerciseOut } from './schema.ts'

export const callOffExercise = command({
  name: 'exercise.call_off',
  summary: 'Calls off an exercise that has not begun, with the reason.',
  scope: 'programs:write',
  input: CallOffInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => can(actor, 'edit', 'exercise', exercise),
  async run(work, { input: { reason }, subject: exercise }) {
    const { db, now, actor } = work
    const decision = mayCallOff(exercise)
    if (!decision.allowed) refuse(conflict(decision.reason))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.exerciseStep.createMany({
      data: {
        id: newId(now),
        exerciseId: exercise.id,
        kind: 'called_off',
        happenedAt: now,
        note: reason,
        byId,
        at: now,
      },
    })
    return {
      read: () => exerciseById(work, exercise.id),
      events: [happened('exercise.called_off', exercise.id, { reason })],
    }
  },
})
