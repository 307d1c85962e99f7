import { addMilestone } from '#lib/programs/add-milestone.ts'
import { moveProgram } from '#lib/programs/move.ts'
import { proposeProgram } from '#lib/programs/propose.ts'
import type { Name, World } from './world.ts'

export const facts = { name: 'Fail small', kind: 'change_safety', objective: 'No push skips a ring.' }
export const dates = { startOn: '2026-06-10', endOn: '2026-12-10' }

/** A program of Max that says all a charter asks for. */
export const propose = (w: World, more: object = {}) =>
  w.done('max', proposeProgram, {
    ...{ ...facts, ...dates, exitCriteria: 'Every push stops at ring one.\n\n', sponsor: w.personIds.ada },
    ...{ services: ['edge-proxy'], teams: [{ team: 'edge', contact: w.personIds.ines }] },
    ...more,
  })

export const milestone = (w: World, more: object = {}) =>
  w.done('max', addMilestone, {
    ...{ number: 1, title: 'Rings', exitCriterion: 'Shown in a drill.', dueOn: '2026-07-10', weight: 10, ...more },
  })

export const move = (w: World, to: string, who: Name = 'max', now?: Date) =>
  w.execute(who, moveProgram, { number: 1, to, reason: 'So.' }, now)

/** Chartered and begun, with one milestone, whose id it answers. */
export async function running(w: World, more: { program?: object; milestone?: object } = {}): Promise<string> {
  await propose(w, more.program)
  const { id } = await milestone(w, more.milestone)
  for (const to of ['chartered', 'active']) await w.done('max', moveProgram, { number: 1, to })
  return id
}
