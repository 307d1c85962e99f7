import type { Work } from '#lib/context.ts'
import { all, type Decision } from '#lib/decision.ts'
import { can } from '#lib/policy/can.ts'
import { mayChange, statesAhead } from './model.ts'
import { readProgram, standingOf } from './queries.ts'
import type { ProgramState } from './vocabulary.ts'

export type ProgramStanding = {
  edit: Decision
  /** Updates, numbers, how far a milestone is. */
  tell: Decision
  ahead: { to: ProgramState; decision: Decision }[]
}

/** What this actor may do with a program, with the reason where they may not: the same answers the commands would give. */
export async function getProgramStanding(work: Work, number: number): Promise<ProgramStanding> {
  const program = await readProgram(work, number)
  const edit = can(work.actor, 'edit', 'program', program)
  return {
    edit: all(edit, mayChange(program)),
    tell: all(can(work.actor, 'tell', 'program', program), mayChange(program)),
    ahead: edit.allowed ? statesAhead(await standingOf(work, program)) : [],
  }
}
