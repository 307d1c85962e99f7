import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { mayFinish } from './model.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { ExerciseOut, FinishExerciseInput } from './schema.ts'

export const finishExercise = command({
  name: 'exercise.finish',
  summary:
    'Ends an exercise with its result: whether it held, whether the signal came, and whether the response worked.',
  scope: 'programs:write',
  input: FinishExerciseInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => can(actor, 'edit', 'exercise', exercise),
  async run(work, { input: { number: _, load, restoreVerified, ...given }, subject: exercise }) {
    const { db, now, actor } = work
    const decision = mayFinish(exercise)
    if (!decision.allowed) refuse(conflict(decision.reason))
    const byId = actor.kind === 'person' ? actor.personId : null
    const { detectedMinutes, rtoMinutes, rpoMinutes, ...words } = given
    await db.exerciseResult.createMany({
      data: {
        ...words,
        exerciseId: exercise.id,
        byId,
        at: now,
        ...(load && { load }),
        detectedMinutes: detectedMinutes ?? null,
        rtoMinutes: rtoMinutes ?? null,
        rpoMinutes: rpoMinutes ?? null,
        restoreVerified: restoreVerified ? restoreVerified === 'yes' : null,
      },
    })
    await db.exerciseStep.createMany({
      data: { id: newId(now), exerciseId: exercise.id, kind: 'finished', happenedAt: now, byId, at: now },
    })
    return {
      read: () => exerciseById(work, exercise.id),
      events: [happened('exercise.finished', exercise.id, { outcome: given.outcome, note: given.summary })],
    }
  },
})
