import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { readLog } from './log-lines.ts'
import { mayLog } from './model.ts'
import { exerciseById, lockExercise } from './queries.ts'
import { ExerciseOut, LogInput } from './schema.ts'

/** What a day of exercising leaves, written line by line. */
const ENTRIES_MAX = 1_000

export const logExercise = command({
  name: 'exercise.log',
  summary: 'Adds lines to the run log: "14:02 text", "+5m text", or a text that happened just now.',
  scope: 'programs:write',
  input: LogInput,
  output: ExerciseOut,
  subject: (work, { number }) => lockExercise(work, number),
  may: (actor, exercise) => all(can(actor, 'edit', 'exercise', exercise), mayLog(exercise)),
  async run(work, { input: { lines }, subject: exercise }) {
    const { db, now, actor } = work
    const last = await db.exerciseEntry.findFirst({
      where: { exerciseId: exercise.id },
      orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
      select: { happenedAt: true },
    })
    const read = readLog(lines, {
      zone: exercise.zone,
      now,
      running: exercise.state === 'running',
      startedAt: exercise.startedAt,
      after: last?.happenedAt ?? exercise.startedAt,
    })
    if ('problem' in read) return refuse(invalid('lines', read.problem))
    const count = await db.exerciseEntry.count({ where: { exerciseId: exercise.id } })
    if (count + read.entries.length > ENTRIES_MAX)
      refuse(invalid('lines', `A run log has at most ${ENTRIES_MAX.toLocaleString('en')} lines.`))
    const byId = actor.kind === 'person' ? actor.personId : null
    await db.exerciseEntry.createMany({
      data: read.entries.map(({ at: happenedAt, text }) => {
        return { id: newId(now), exerciseId: exercise.id, happenedAt, text, byId, at: now }
      }),
    })
    return {
      read: () => exerciseById(work, exercise.id),
      events: [happened('exercise.logged', exercise.id, { lines: read.entries.length })],
    }
  },
})
