import { answerExposure } from '#lib/exposure/answer.ts'
import { closeSweep, reopenSweep } from '#lib/exposure/close-sweep.ts'
import { openSweep } from '#lib/exposure/open-sweep.ts'
import { getSweep, listSweeps } from '#lib/exposure/queries.ts'
import { GetSweepInput, ListSweepsInput, SweepListed, SweepOut } from '#lib/exposure/schema.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const sweeps = route('/exposure', {
  GET: list({
    name: 'sweep.list',
    summary: 'Lists exposure sweeps, the newest first, with how many services answered what.',
    scope: 'programs:read',
    input: ListSweepsInput,
    item: SweepListed,
    run: listSweeps,
  }),
  POST: endpoint(openSweep, {
    created: ({ number }) => `/api/v1/exposure/${number}`,
    example: {
      mechanism: 'chg.rollout-speed',
      question: 'Can one push reach every PoP within a minute?',
      scope: 'tier',
      tier: 1,
      dueOn: '2026-07-15',
    },
  }),
})

export const sweep = route('/exposure/{number}', {
  GET: get({
    name: 'sweep.get',
    summary: 'Gives one sweep with every service it asks and all answers.',
    scope: 'programs:read',
    input: GetSweepInput,
    output: SweepOut,
    run: (work, { number }) => getSweep(work, number),
  }),
})

export const answers = route('/exposure/{number}/services/{service}/answer', {
  PUT: endpoint(answerExposure, {
    example: {
      answer: 'mitigated',
      note: 'Pushes go through four stages since May.',
      url: 'https://docs.example/push',
    },
  }),
})

export const closure = route('/exposure/{number}/closure', {
  PUT: endpoint(closeSweep, { example: { note: 'Everybody answered.' } }),
  DELETE: endpoint(reopenSweep),
})
