import { addFinding } from '#lib/exercises/add-finding.ts'
import { callOffExercise } from '#lib/exercises/call-off.ts'
import { finishExercise } from '#lib/exercises/finish.ts'
import { importJournal } from '#lib/exercises/import-journal.ts'
import { logExercise } from '#lib/exercises/log.ts'
import { planExercise } from '#lib/exercises/plan.ts'
import { getExercise, listExercises } from '#lib/exercises/queries.ts'
import { ExerciseListed, ExerciseOut, GetExerciseInput, ListExercisesInput } from '#lib/exercises/schema.ts'
import { startExercise } from '#lib/exercises/start.ts'
import { updateExercise } from '#lib/exercises/update.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const exercises = route('/exercises', {
  GET: list({
    name: 'exercise.list',
    summary:
      'Lists exercises, the newest plan first. With the status "due": those to be run again, what ended first first.',
    scope: 'programs:read',
    input: ListExercisesInput,
    item: ExerciseListed,
    run: listExercises,
  }),
  POST: endpoint(planExercise, {
    created: ({ number }) => `/api/v1/exercises/${number}`,
    example: {
      title: 'Lose one resolver host',
      kind: 'experiment',
      environment: 'staging',
      team: 'naming',
      fault: 'kill',
      target: 'one resolver host',
      size: 'a third of a PoP',
      holds: 'answers stay under 50 ms',
      because: 'anycast moves away',
      signal: 'the host alert',
      withinMinutes: 2,
      plannedOn: '2026-07-01',
      steadyStates: [{ metric: 'Answer time, 99th percentile', tolerance: 'under 50 ms' }],
      abortRules: [{ condition: 'Errors above 1 % for a minute', by: 'the runner', automatic: true, tested: true }],
      preconditions: ['No open SEV1 or SEV2'],
    },
  }),
})

export const exercise = route('/exercises/{number}', {
  GET: get({
    name: 'exercise.get',
    summary: 'Gives one exercise with its plan, its run log, its result and its findings.',
    scope: 'programs:read',
    input: GetExerciseInput,
    output: ExerciseOut,
    run: (work, { number }) => getExercise(work, number),
  }),
  PATCH: endpoint(updateExercise, { example: { version: 1, plannedOn: '2026-07-08' } }),
})

export const start = route('/exercises/{number}/start', {
  PUT: endpoint(startExercise, { example: { met: ['No open SEV1 or SEV2'] } }),
})

export const log = route('/exercises/{number}/log', {
  POST: endpoint(logExercise, { example: { lines: '14:02 Host stopped\n+1m Alert fired' } }),
})

export const result = route('/exercises/{number}/result', {
  PUT: endpoint(finishExercise, {
    example: {
      outcome: 'confirmed',
      summary: 'Answers stayed under 30 ms.',
      radius: 'One PoP',
      detection: 'in_time',
      detectedMinutes: 1,
      response: 'worked',
    },
  }),
})

export const callOff = route('/exercises/{number}/calling-off', {
  PUT: endpoint(callOffExercise, { example: { reason: 'A SEV2 is open.' } }),
})

export const findings = route('/exercises/{number}/findings', {
  POST: endpoint(addFinding, {
    example: { text: 'The alert names a dashboard that is gone.', severity: 'medium', mechanism: 'obs.gap' },
  }),
})

export const journal = route('/exercises/{number}/journal', {
  PUT: endpoint(importJournal, {
    example: { journal: '{"status":"completed","deviated":false,"start":"2026-06-02T10:00:00"}' },
  }),
})
