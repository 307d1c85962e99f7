import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { conflict, invalid, refuse } from '#lib/problem.ts'
import { type ReadJournal, readJournal } from './journal.ts'
import { mayFinish, mayStart } from './model.ts'
import { rowsOf } from './present.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { ExerciseOut, ImportJournalInput } from './schema.ts'

export const importJournal = command({
  name: 'exercise.import_journal',
  summary: 'Takes over a run from the journal of Chaos Toolkit: its times, its steps and whether it deviated.',
  scope: 'programs:write',
  input: ImportJournalInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => can(actor, 'edit', 'exercise', exercise),
  async run(work, { input: { journal }, subject: exercise }) {
    const { abortRules } = rowsOf(exercise)
    const decision = exercise.state === 'running' ? mayFinish(exercise) : mayStart({ ...exercise, abortRules })
    if (!decision.allowed) refuse(conflict(decision.reason))
    const run = readJournal(journal)
    if ('problem' in run) return refuse(invalid('journal', run.problem))
    if (run.endedAt > work.now) refuse(invalid('journal', 'The journal ends in the future.'))
    await keep(work, exercise, run)
    const { outcome, entries } = run
    return {
      read: () => exerciseById(work, exercise.id),
      events: [happened('exercise.journal_imported', exercise.id, { outcome, steps: entries.length })],
    }
  },
})

async function keep(
  { db, now, actor }: Work,
  { id: exerciseId, state }: { id: string; state: string },
  { startedAt, endedAt, outcome, summary, entries }: ReadJournal,
): Promise<void> {
  const byId = actor.kind === 'person' ? actor.personId : null
  const step = (kind: 'started' | 'finished', happenedAt: Date) => {
    return { id: newId(now), exerciseId, kind, happenedAt, byId, at: now }
  }
  await db.exerciseResult.createMany({
    data: { exerciseId, outcome, summary, detection: 'not_watched', response: 'not_needed', byId, at: now },
  })
  await db.exerciseStep.createMany({
    data: [...(state === 'running' ? [] : [step('started', startedAt)]), step('finished', endedAt)],
  })
  await db.exerciseEntry.createMany({
    data: entries.map(({ at: happenedAt, text }) => ({ id: newId(now), exerciseId, happenedAt, text, byId, at: now })),
  })
}
