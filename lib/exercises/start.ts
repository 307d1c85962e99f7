import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { mayStart } from './model.ts'
import { rowsOf } from './present.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { ExerciseOut, StartExerciseInput } from './schema.ts'

export const startExercise = command({
  name: 'exercise.start',
  summary: 'Begins an exercise, once every precondition was looked at.',
  scope: 'programs:write',
  input: StartExerciseInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => can(actor, 'edit', 'exercise', exercise),
  async run(work, { input: { met = [] }, subject: exercise }) {
    const { db, now, actor } = work
    const { abortRules, preconditions } = rowsOf(exercise)
    const decision = mayStart({ ...exercise, abortRules })
    if (!decision.allowed) refuse(conflict(decision.reason))
    const open = preconditions.find((condition) => !met.includes(condition))
    if (open !== undefined) refuse(invalid('met', `This must be true before it begins: ${open}`))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.exerciseStep.createMany({
      data: { id: newId(now), exerciseId: exercise.id, kind: 'started', happenedAt: now, byId, at: now },
    })
    return { read: () => exerciseById(work, exercise.id), events: [happened('exercise.started', exercise.id, {})] }
  },
})
