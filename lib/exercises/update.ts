import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayPlan } from './model.ts'
import { activeOwner, programId, setParts } from './parts.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { ExerciseOut, UpdateExerciseInput } from './schema.ts'

export const updateExercise = command({
  name: 'exercise.update',
  summary: 'Changes the plan of an exercise that has not begun.',
  scope: 'programs:write',
  input: UpdateExerciseInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => all(can(actor, 'edit', 'exercise', exercise), mayPlan(exercise)),
  async run(work, { input: { number: _, version, ...given }, subject: exercise }) {
    const { db, now } = work
    const { services, risks, incidents, team, owner, program, plannedOn, ...columns } = given
    const before = await exerciseById(work, exercise.id)
    if (version !== exercise.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this plan meanwhile. Compare and save again.',
        current: before,
      })
    const data = {
      ...defined(columns),
      ...(team !== undefined && { teamId: (await teamBySlug(work, team, 'team')).id }),
      ...(owner !== undefined && { ownerId: owner === exercise.ownerId ? owner : await activeOwner(work, owner) }),
      ...(plannedOn !== undefined && { plannedOn: dateFromLocal(plannedOn) }),
      ...(program !== undefined && { programId: await programId(work, program) }),
    }
    await db.exercise.update({
      where: { id: exercise.id },
      data: { ...data, version: { increment: 1 }, updatedAt: now },
    })
    await setParts(work, exercise.id, { services, risks, incidents })
    const value = await exerciseById(work, exercise.id)
    return { value, events: [happened('exercise.updated', exercise.id, { changed: changedIn(before, value) })] }
  },
})

/** A form sends everything, so what it sent says nothing; what is different does. */
const changedIn = (before: ExerciseOut, after: ExerciseOut): string[] =>
  changeable.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

const changeable = [
  ...(['title', 'kind', 'environment', 'automated', 'hypothesis', 'radius', 'radiusCap', 'steadyStates'] as const),
  ...(['abortRules', 'preconditions', 'plannedOn', 'zone', 'team', 'owner', 'services', 'risks'] as const),
  ...(['incidents', 'program', 'rtoMinutes', 'rpoMinutes'] as const),
]
