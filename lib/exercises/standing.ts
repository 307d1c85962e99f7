import type { Work } from '#lib/context.ts'
import { all, type Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { mayCallOff, mayFind, mayFinish, mayLog, mayPlan, mayStart } from './model.ts'
import { rowsOf } from './present.ts'

export type ExerciseStanding = Record<'edit' | 'update' | 'start' | 'log' | 'finish' | 'callOff' | 'find', Decision>

/** What this actor may do with an exercise, with the reason where they may not: the same answers the commands would give. */
export async function getExerciseStanding({ db, actor }: Work, number: number): Promise<ExerciseStanding> {
  const row = (await db.exercise.findUnique({ where: { number } })) ?? refuse(notFound)
  const edit = can(actor, 'edit', 'exercise', row)
  return {
    edit,
    update: all(edit, mayPlan(row)),
    start: all(edit, mayStart({ ...row, abortRules: rowsOf(row).abortRules })),
    log: all(edit, mayLog(row)),
    finish: all(edit, mayFinish(row)),
    callOff: all(edit, mayCallOff(row)),
    find: all(edit, mayFind(row)),
  }
}
