import { newId } from '#lib/ids.ts'
import type { PolicyRow } from '#lib/policy/facts.ts'
import type { StagedIncident } from './stage-incidents.ts'
import type { StagedItem } from './stage-items.ts'
import { type Db, eventRow, FIRST_NUMBER } from './stage-rows.ts'
import { type Name, NOW, type World } from './world.ts'

/** One entry, one exercise and one sweep of each team, with everything that hangs on them. */
export type StagedWork = PolicyRow & { id: string; number: number }
export type StagedExercises = {
  risks: StagedWork[]
  exercises: (StagedWork & { findingId: string })[]
  sweeps: (StagedWork & { targetId: string; target: { teamId: string } })[]
}

const shapes: { team: 'edge' | 'control'; owner: Name | null; creator: Name }[] = [
  { team: 'edge', owner: 'vera', creator: 'tom' },
  { team: 'control', owner: null, creator: 'max' },
]
const each = <T>(make: (shape: (typeof shapes)[number], index: number) => T): T[] => shapes.map(make)

export async function stageExercises(
  db: Db,
  cast: World,
  given: { incidents: readonly StagedIncident[]; items: readonly StagedItem[] },
): Promise<StagedExercises> {
  const owned = ({ team, owner, creator }: (typeof shapes)[number], index: number) => ({
    ...{ id: newId(NOW), number: FIRST_NUMBER + index, teamId: cast.teamIds[team] },
    ...{ ownerId: owner && cast.personIds[owner], createdById: cast.personIds[creator] },
  })
  const staged: StagedExercises = {
    risks: each(owned),
    exercises: each((shape, index) => ({ ...owned(shape, index), findingId: newId(NOW) })),
    sweeps: each((shape, index) => ({
      ...{ id: newId(NOW), number: FIRST_NUMBER + index, createdById: cast.personIds[shape.creator] },
      ...{ targetId: newId(NOW), target: { teamId: cast.teamIds[shape.team] } },
    })),
  }
  const services = await db.service.findMany({ select: { id: true, teamId: true } })
  const serviceOf = (teamId: string | undefined) => services.find((one) => one.teamId === teamId)?.id ?? ''
  await stageRegister(db, staged, serviceOf)
  await stageRuns(db, staged, serviceOf)
  await stageSweeps(db, staged, serviceOf)
  await link(db, staged, given)
  await db.event.createMany({
    data: [
      ...staged.risks.map(({ id }) => eventRow('risk.recorded', 'risk', id)),
      ...staged.exercises.map(({ id }) => eventRow('exercise.planned', 'exercise', id)),
      ...staged.sweeps.map(({ id }) => eventRow('sweep.opened', 'sweep', id)),
    ],
  })
  return staged
}

type ServiceOf = (teamId: string | undefined) => string

async function stageRegister(db: Db, { risks }: StagedExercises, serviceOf: ServiceOf): Promise<void> {
  await db.risk.createMany({
    data: risks.map(({ id, number, teamId = '', ownerId = null, createdById = null }) => ({
      ...{ id, number, teamId, ownerId, createdById, component: `Staged ${number}`, layer: 'dns' as const },
      ...{ domain: 'region' as const, redundancy: 'hot' as const, likelihood: 3, impact: 4, detectability: 2 },
      ...{ createdAt: NOW, updatedAt: NOW },
    })),
  })
  const at = risks.map(({ id }) => ({ id: newId(NOW), riskId: id, at: NOW }))
  await db.riskTreatment.createMany({ data: at.map((row) => ({ ...row, kind: 'reduce', reason: 'Staged.' })) })
  await db.riskTest.createMany({
    data: at.map((row) => ({ ...row, testedOn: NOW, passed: true, note: 'It took over.' })),
  })
  const [from, to] = risks
  if (from && to) await db.riskDependency.create({ data: { fromId: from.id, toId: to.id } })
  await db.riskService.createMany({
    data: risks.map(({ id, teamId }) => ({ riskId: id, serviceId: serviceOf(teamId) })),
  })
}

async function stageRuns(db: Db, { exercises, risks }: StagedExercises, serviceOf: ServiceOf): Promise<void> {
  await db.exercise.createMany({
    data: exercises.map(({ id, number, teamId = '', ownerId = null, createdById = null }) => ({
      ...{ id, number, teamId, ownerId, createdById, title: `Staged ${number}`, kind: 'game_day' as const },
      ...{ environment: 'staging' as const, target: 'one host', holds: 'nothing is seen', plannedOn: NOW },
      ...{ zone: 'UTC', createdAt: NOW, updatedAt: NOW },
    })),
  })
  const at = exercises.map(({ id }) => ({ id: newId(NOW), exerciseId: id, at: NOW }))
  await db.exerciseStep.createMany({ data: at.map((row) => ({ ...row, kind: 'started', happenedAt: NOW })) })
  await db.exerciseEntry.createMany({ data: at.map((row) => ({ ...row, happenedAt: NOW, text: 'Began.' })) })
  await db.exerciseResult.createMany({
    data: exercises.map(({ id }) => ({
      ...{ exerciseId: id, outcome: 'confirmed' as const, summary: 'It held.', detection: 'in_time' as const },
      ...{ response: 'worked' as const, at: NOW },
    })),
  })
  await db.finding.createMany({
    data: exercises.map(({ id, findingId }) => ({
      ...{ id: findingId, exerciseId: id, ordinal: 1, text: 'The alert came late.', severity: 'low' as const, at: NOW },
    })),
  })
  await db.exerciseService.createMany({
    data: exercises.map(({ id, teamId }) => ({ exerciseId: id, serviceId: serviceOf(teamId) })),
  })
  await db.exerciseRisk.createMany({
    data: exercises.flatMap(({ id }, index) => (risks[index] ? [{ exerciseId: id, riskId: risks[index].id }] : [])),
  })
}

async function stageSweeps(db: Db, { sweeps }: StagedExercises, serviceOf: ServiceOf): Promise<void> {
  await db.sweep.createMany({
    data: sweeps.map(({ id, number, createdById = null }) => ({
      ...{ id, number, createdById, mechanism: 'chg.config', question: 'Could it happen here?', createdAt: NOW },
    })),
  })
  await db.sweepTarget.createMany({
    data: sweeps.map(({ id, targetId, target }) => ({
      id: targetId,
      sweepId: id,
      serviceId: serviceOf(target.teamId),
    })),
  })
  await db.exposureAnswer.createMany({
    data: sweeps.map(({ targetId }) => ({ id: newId(NOW), targetId, answer: 'exposed', at: NOW })),
  })
  const [, closed] = sweeps
  if (closed) await db.sweepClosure.create({ data: { sweepId: closed.id, at: NOW } })
}

/** What is seen by those who see both ends. */
async function link(
  db: Db,
  { risks, exercises, sweeps }: StagedExercises,
  { incidents, items }: { incidents: readonly StagedIncident[]; items: readonly StagedItem[] },
): Promise<void> {
  const [risk] = risks
  const [exercise] = exercises
  const [sweep] = sweeps
  if (!risk || !exercise || !sweep) return
  await db.riskIncident.createMany({ data: incidents.map(({ id }) => ({ riskId: risk.id, incidentId: id })) })
  await db.exerciseIncident.createMany({
    data: incidents.map(({ id }) => ({ exerciseId: exercise.id, incidentId: id })),
  })
  const ends = [{ riskId: risk.id }, { findingId: exercise.findingId }, { targetId: sweep.targetId }]
  await db.itemSource.createMany({
    data: items.flatMap(({ id }) => ends.map((end) => ({ id: newId(NOW), actionItemId: id, ...end }))),
  })
}
