import { addKpi } from '#lib/programs/add-kpi.ts'
import { addMilestone } from '#lib/programs/add-milestone.ts'
import { addRisk } from '#lib/programs/add-risk.ts'
import { advanceMilestone } from '#lib/programs/advance-milestone.ts'
import { agreeEffect } from '#lib/programs/agree-effect.ts'
import { answerHandover } from '#lib/programs/answer-handover.ts'
import { assessRisk } from '#lib/programs/assess-risk.ts'
import { assignItem } from '#lib/programs/assign-item.ts'
import { changeMilestone } from '#lib/programs/change-milestone.ts'
import { getHealth, HealthOut } from '#lib/programs/condition.ts'
import { judgeEffect } from '#lib/programs/judge-effect.ts'
import { linkRecord } from '#lib/programs/link.ts'
import { listPrograms } from '#lib/programs/list.ts'
import { logDecision } from '#lib/programs/log-decision.ts'
import { measureKpi } from '#lib/programs/measure-kpi.ts'
import { getMeasures, MeasuresOut } from '#lib/programs/measures.ts'
import { moveProgram } from '#lib/programs/move.ts'
import { planKpi } from '#lib/programs/plan-kpi.ts'
import { proposeProgram } from '#lib/programs/propose.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { GetProgramInput, ListProgramsInput, ProgramLine, ProgramOut } from '#lib/programs/schema.ts'
import { stateHealth } from '#lib/programs/state-health.ts'
import { updateProgram } from '#lib/programs/update.ts'
import { unwatchMechanism, watchMechanism } from '#lib/programs/watch.ts'
import { writeReport } from '#lib/programs/write-report.ts'
import { writeUpdate } from '#lib/programs/write-update.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const here = ({ program }: { program: number }) => `/api/v1/programs/${program}`

export const programs = route('/programs', {
  GET: list({
    name: 'program.list',
    summary: 'Lists programs by name, with how each stands. Without a status: those that run.',
    scope: 'programs:read',
    input: ListProgramsInput,
    item: ProgramLine,
    run: listPrograms,
  }),
  POST: endpoint(proposeProgram, {
    created: ({ number }) => `/api/v1/programs/${number}`,
    example: {
      name: 'Fail small',
      kind: 'change_safety',
      objective: 'No configuration reaches more than one site in ten before it is proven there.',
      startOn: '2026-07-01',
      endOn: '2026-12-18',
      exitCriteria: ['Every kind of push stops by itself, shown in two drills.'],
    },
  }),
})

export const program = route('/programs/{number}', {
  GET: get({
    name: 'program.get',
    summary: 'Gives one program.',
    scope: 'programs:read',
    input: GetProgramInput,
    output: ProgramOut,
    run: (work, { number }) => getProgram(work, number),
  }),
  PATCH: endpoint(updateProgram, { example: { version: 1, endOn: '2027-01-29' } }),
})

export const state = route('/programs/{number}/state', {
  PUT: endpoint(moveProgram, { example: { to: 'active', reason: 'Chartered on 1 July.' } }),
})

export const measures = route('/programs/{number}/measures', {
  GET: get({
    name: 'program.get_measures',
    summary: 'Gives the milestones, KPIs and risks of a program as they are now.',
    scope: 'programs:read',
    input: GetProgramInput,
    output: MeasuresOut,
    run: (work, { number }) => getMeasures(work, number),
  }),
})

export const health = route('/programs/{number}/health', {
  GET: get({
    name: 'program.get_health',
    summary: 'Gives the computed health with the reason of every dimension, the stated one, and the last six weeks.',
    scope: 'programs:read',
    input: GetProgramInput,
    output: HealthOut,
    run: (work, { number }) => getHealth(work, number),
  }),
  PUT: endpoint(stateHealth, {
    example: { colour: 'amber', until: '2026-07-20', reason: 'The late milestone is done and waits for its drill.' },
  }),
})

export const milestones = route('/programs/{number}/milestones', {
  POST: endpoint(addMilestone, {
    created: here,
    example: {
      title: 'Zone files are staged',
      exitCriterion: 'A wrong file stops at the first ring, in a drill.',
      dueOn: '2026-09-30',
      weight: 20,
    },
  }),
})
export const milestone = route('/programs/{number}/milestones/{id}', {
  PATCH: endpoint(changeMilestone, { example: { dueOn: '2026-10-14', reason: 'The test rack comes two weeks late.' } }),
})
export const milestoneProgress = route('/programs/{number}/milestones/{id}/progress', {
  PUT: endpoint(advanceMilestone, { example: { percent: 100, note: 'Drill of 2 October: it stopped at ring one.' } }),
})

export const kpis = route('/programs/{number}/kpis', {
  POST: endpoint(addKpi, {
    created: here,
    example: {
      name: 'Pushes through rings',
      unit: '%',
      direction: 'up',
      baseline: 35,
      startOn: '2026-07-01',
      target: 95,
      targetOn: '2026-12-18',
      cycleDays: 30,
    },
  }),
})
export const kpi = route('/programs/{number}/kpis/{id}', {
  PATCH: endpoint(planKpi, { example: { target: 90, reason: 'Two vendors have no rings.' } }),
})
export const kpiPoints = route('/programs/{number}/kpis/{id}/points', {
  POST: endpoint(measureKpi, { created: here, example: { on: '2026-07-31', value: 44 } }),
})

export const risksOfProgram = route('/programs/{number}/risks', {
  POST: endpoint(addRisk, {
    created: here,
    example: { kind: 'dependency', title: 'Racks from procurement', likelihood: 'medium', effect: 'high' },
  }),
})
export const riskAssessments = route('/programs/{number}/risks/{id}/assessments', {
  POST: endpoint(assessRisk, {
    created: here,
    example: { likelihood: 'low', effect: 'high', mitigation: 'Two are borrowed.', mitigationOn: '2026-08-01' },
  }),
})

export const decisions = route('/programs/{number}/decisions', {
  POST: endpoint(logDecision, {
    created: here,
    example: { text: 'Rings before canaries', reason: 'They need no new tooling.' },
  }),
})

export const watches = route('/programs/{number}/watches', {
  POST: endpoint(watchMechanism, { created: here, example: { mechanism: 'chg.config', maxTier: 1 } }),
})
export const watch = route('/programs/{number}/watches/{id}', { DELETE: endpoint(unwatchMechanism) })

export const links = route('/programs/{number}/links', {
  POST: endpoint(linkRecord, { created: here, example: { postmortem: 42, answer: 'linked' } }),
})

export const updates = route('/programs/{number}/updates', {
  POST: endpoint(writeUpdate, {
    created: here,
    example: { team: 'edge', weekOf: '2026-07-06', done: 'Ring one is live.', ask: 'A date from procurement.' },
  }),
})

export const reports = route('/programs/{number}/reports', {
  POST: endpoint(writeReport, {
    created: here,
    example: { kind: 'monthly', from: '2026-07-01', until: '2026-07-31', judgement: 'On the way; racks worry me.' },
  }),
})

export const effects = route('/programs/{number}/effects', {
  POST: endpoint(judgeEffect, {
    created: here,
    example: { incident: 7, effect: 'smaller', why: 'It would have stopped at the first ring of five sites.' },
  }),
})
export const agreements = route('/programs/{number}/effects/{id}/agreements', {
  POST: endpoint(agreeEffect, { created: here, example: { agrees: true } }),
})

export const programOfItem = route('/action-items/{number}/program', {
  PUT: endpoint(assignItem, { example: { program: 3, reason: 'It is one of its milestones.' } }),
})
export const handover = route('/action-items/{number}/handover', {
  PUT: endpoint(answerHandover, { example: { accept: false, reason: 'It belongs to the capacity program.' } }),
})
