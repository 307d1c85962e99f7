import type { Actor } from '#lib/actor.ts'
import { can } from '#lib/policy/can.ts'
import { addKpi } from '#lib/programs/add-kpi.ts'
import { addMilestone } from '#lib/programs/add-milestone.ts'
import { addRisk } from '#lib/programs/add-risk.ts'
import { advanceMilestone } from '#lib/programs/advance-milestone.ts'
import { agreeEffect } from '#lib/programs/agree-effect.ts'
import { answerHandover } from '#lib/programs/answer-handover.ts'
import { assessRisk } from '#lib/programs/assess-risk.ts'
import { assignItem } from '#lib/programs/assign-item.ts'
import { changeMilestone } from '#lib/programs/change-milestone.ts'
import { judgeEffect } from '#lib/programs/judge-effect.ts'
import { linkRecord } from '#lib/programs/link.ts'
import { logDecision } from '#lib/programs/log-decision.ts'
import { measureKpi } from '#lib/programs/measure-kpi.ts'
import { moveProgram } from '#lib/programs/move.ts'
import { planKpi } from '#lib/programs/plan-kpi.ts'
import { proposeProgram } from '#lib/programs/propose.ts'
import { stateHealth } from '#lib/programs/state-health.ts'
import { updateProgram } from '#lib/programs/update.ts'
import { unwatchMechanism, watchMechanism } from '#lib/programs/watch.ts'
import { writeReport } from '#lib/programs/write-report.ts'
import { writeUpdate } from '#lib/programs/write-update.ts'
import { type Asked, type Probe, probe } from './probe.ts'
import type { StagedItem } from './stage-items.ts'
import type { StagedProgram } from './stage-programs.ts'
import { NOW } from './world.ts'

const today = NOW.toISOString().slice(0, 10)
const assessment = { likelihood: 'low', effect: 'high' }

/** What can be done to one program that is chartered. */
export function ofProgram(row: StagedProgram): Probe[] {
  const { number, milestoneId, kpiId, riskId, watchId } = row
  const sees = (actor: Actor) => can(actor, 'read', 'program', row).allowed
  const edits: Asked = { sees, may: (actor) => can(actor, 'edit', 'program', row).allowed }
  const tells: Asked = { sees, may: (actor) => can(actor, 'tell', 'program', row).allowed }
  // Nobody may: health is told of programs that run.
  const runs: Asked = { sees, may: () => false }
  const path = { baseline: 0, startOn: today, target: 9, targetOn: '2027-01-01', cycleDays: 30 }
  return [
    probe(updateProgram, { number, version: 1, name: 'Another name' }, edits),
    probe(moveProgram, { number, to: 'active' }, edits),
    probe(addMilestone, { number, title: 'Two', exitCriterion: 'Shown.', dueOn: '2026-12-01', weight: 5 }, edits),
    probe(changeMilestone, { number, id: milestoneId, dueOn: '2026-12-02', reason: 'Racks.' }, edits),
    probe(advanceMilestone, { number, id: milestoneId, percent: 50 }, tells),
    probe(addKpi, { number, name: 'Tested', direction: 'up', ...path }, edits),
    probe(planKpi, { number, id: kpiId, target: 80, reason: 'Two vendors.' }, edits),
    probe(measureKpi, { number, id: kpiId, on: '2026-01-02', value: 4 }, tells),
    probe(addRisk, { number, kind: 'risk', title: 'Nobody has time', ...assessment }, edits),
    probe(assessRisk, { number, id: riskId, ...assessment }, edits),
    probe(logDecision, { number, text: 'Rings first', reason: 'They are there.' }, edits),
    probe(watchMechanism, { number, mechanism: 'cap.cascade' }, edits),
    probe(unwatchMechanism, { number, id: watchId }, edits),
    probe(linkRecord, { number, guide: 'incident-command' }, edits),
    probe(writeUpdate, { number, team: 'edge', weekOf: today, done: 'It.' }, tells),
    probe(writeReport, { number, kind: 'monthly', from: '2026-01-01', until: '2026-01-31', judgement: 'Well.' }, edits),
    probe(moveProgram, { number, to: 'stopped', reason: 'Another one does it.' }, edits),
    probe(stateHealth, { number, colour: 'green', until: '2026-07-01', reason: 'It is.' }, runs),
  ]
}

export function ofPrograms(): Probe[] {
  const asked: Asked = { sees: () => true, may: (actor) => can(actor, 'create', 'program').allowed }
  const given = { name: 'Another', kind: 'spof', objective: 'No single one.', startOn: today, endOn: '2027-01-01' }
  return [probe(proposeProgram, given, asked)]
}

/** Out of any program, which those may who may change the item. */
export function ofAssignment(row: StagedItem): Probe[] {
  const { number, postmortem } = row
  const sees = (actor: Actor) =>
    postmortem ? can(actor, 'read', 'postmortem', postmortem).allowed : can(actor, 'read', 'actionItem', row).allowed
  const may = (actor: Actor) => can(actor, 'edit', 'actionItem', row).allowed
  return [probe(assignItem, { number, program: null }, { sees, may })]
}

/** Each needs a second record that may be hidden from whoever asks: lib/programs tries them. */
export const unprobedPrograms = [judgeEffect.name, agreeEffect.name, answerHandover.name]
