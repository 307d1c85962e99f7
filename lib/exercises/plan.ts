import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { activeOwner, programId, setParts } from './parts.ts'
import { exerciseById } from './queries.ts'
import { ExerciseOut, PlanExerciseInput } from './schema.ts'

export const planExercise = command({
  name: 'exercise.plan',
  summary: 'Plans an exercise: an experiment, a game day, a load test, a drill or a tabletop.',
  scope: 'programs:write',
  input: PlanExerciseInput,
  output: ExerciseOut,
  subject: (work, { team }) => teamBySlug(work, team, 'team'),
  may: (actor) => can(actor, 'create', 'exercise'),
  async run(work, { input, subject }) {
    const { db, now, actor } = work
    const { services, risks, incidents, team: _, owner, program, plannedOn, ...given } = input
    const { fault, withinMinutes, rtoMinutes, rpoMinutes, steadyStates, abortRules, preconditions, ...words } = given
    const id = newId(now)
    await db.exercise.createMany({
      data: {
        ...words,
        id,
        teamId: subject.id,
        plannedOn: dateFromLocal(plannedOn),
        createdAt: now,
        updatedAt: now,
        fault: fault ?? null,
        withinMinutes: withinMinutes ?? null,
        rtoMinutes: rtoMinutes ?? null,
        rpoMinutes: rpoMinutes ?? null,
        steadyStates: steadyStates ?? [],
        abortRules: abortRules ?? [],
        preconditions: preconditions ?? [],
        ownerId: await activeOwner(work, owner),
        programId: await programId(work, program),
        createdById: actor.kind === 'person' ? actor.personId : null,
      },
    })
    await setParts(work, id, { services, risks, incidents })
    return {
      read: () => exerciseById(work, id),
      events: [happened('exercise.planned', id, { title: input.title, kind: input.kind, plannedOn })],
    }
  },
})
