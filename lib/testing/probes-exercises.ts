import type { Actor } from '#lib/actor.ts'
import { addFinding } from '#lib/exercises/add-finding.ts'
import { callOffExercise } from '#lib/exercises/call-off.ts'
import { finishExercise } from '#lib/exercises/finish.ts'
import { importJournal } from '#lib/exercises/import-journal.ts'
import { logExercise } from '#lib/exercises/log.ts'
import { planExercise } from '#lib/exercises/plan.ts'
import { startExercise } from '#lib/exercises/start.ts'
import { updateExercise } from '#lib/exercises/update.ts'
import { answerExposure } from '#lib/exposure/answer.ts'
import { closeSweep, reopenSweep } from '#lib/exposure/close-sweep.ts'
import { openSweep } from '#lib/exposure/open-sweep.ts'
import { can } from '#lib/policy/can.ts'
import { addRiskTest } from '#lib/risks/add-test.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { treatRisk } from '#lib/risks/treat.ts'
import { updateRisk } from '#lib/risks/update.ts'
import { type Probe, probe } from './probe.ts'
import type { StagedExercises } from './stage-exercises.ts'

/** The register, exercises that run, and sweeps, the first of which is open. */
export function ofExercises({ risks, exercises, sweeps }: StagedExercises): Probe[] {
  const sees = (actor: Actor) => can(actor, 'read', 'risk').allowed
  return [
    ...risks.flatMap((row) => {
      const edits = { sees, may: (actor: Actor) => can(actor, 'edit', 'risk', row).allowed }
      const { number } = row
      return [
        probe(updateRisk, { number, version: 1, component: 'Another name' }, edits),
        probe(treatRisk, { number, kind: 'eliminate', reason: 'It has to go.' }, edits),
        probe(addRiskTest, { number, testedOn: '2026-06-01', passed: true, note: 'It took over.' }, edits),
      ]
    }),
    ...exercises.flatMap((row) => {
      const { number } = row
      const edits = { sees, may: (actor: Actor) => can(actor, 'edit', 'exercise', row).allowed }
      return [
        probe(logExercise, { number, lines: 'Traffic moved.' }, edits),
        probe(addFinding, { number, text: 'The alert came late.', severity: 'low' }, edits),
      ]
    }),
    ...sweeps.slice(0, 1).flatMap((row) => {
      const { number, target } = row
      const may = (actor: Actor) => can(actor, 'answer', 'exposure', target).allowed
      const edits = (actor: Actor) => can(actor, 'edit', 'sweep', row).allowed
      return [
        probe(answerExposure, { number, service: 'edge-proxy', answer: 'exposed' }, { sees, may }),
        probe(closeSweep, { number }, { sees, may: edits }),
      ]
    }),
    ...made(),
  ]
}

function made(): Probe[] {
  const risk = {
    ...{ component: 'One resolver', layer: 'dns', domain: 'region', redundancy: 'none', team: 'edge' },
    ...{ likelihood: 3, impact: 4, detectability: 2 },
  }
  const exercise = {
    ...{ title: 'Stop a host', kind: 'game_day', environment: 'staging', team: 'edge', plannedOn: '2026-07-01' },
    ...{ target: 'one host', holds: 'nothing is seen' },
  }
  const signedIn = (actor: Actor) => can(actor, 'read', 'team').allowed
  const anyone = () => true
  return [
    probe(recordRisk, risk, { sees: signedIn, may: (actor) => can(actor, 'create', 'risk').allowed }),
    probe(planExercise, exercise, { sees: signedIn, may: (actor) => can(actor, 'create', 'exercise').allowed }),
    probe(
      openSweep,
      { mechanism: 'chg.config', question: 'Could it happen here?', scope: 'all' },
      { sees: anyone, may: (actor) => can(actor, 'create', 'sweep').allowed },
    ),
  ]
}

/** Each needs a plan that has not begun, a run without a result or a sweep that is closed: it asks what the others ask. */
export const unprobedExercises = [
  ...[updateExercise.name, startExercise.name, finishExercise.name, callOffExercise.name, importJournal.name],
  reopenSweep.name,
]
