import { newId } from '#lib/ids.ts'
import type { PolicyRow } from '#lib/policy/facts.ts'
import type { Stage } from './stage.ts'
import { type Db, eventRow, FIRST_NUMBER } from './stage-rows.ts'
import { type Name, NOW, type World } from './world.ts'

export type ProgramShape = { lead: Name; contact: Name }
export type StagedProgram = PolicyRow & {
  id: string
  number: number
  milestoneId: string
  kpiId: string
  riskId: string
  watchId: string
}

/** Led from a team, from the other one, and by somebody who may not write at all. */
export const everyProgram: ProgramShape[] = [
  { lead: 'max', contact: 'tom' },
  { lead: 'tom', contact: 'gus' },
  { lead: 'gus', contact: 'ines' },
]

const LATER = new Date(NOW.getTime() + 100 * 86_400_000)

/** Programs with everything that hangs on one, and what they say of every record on the stage. */
export async function stagePrograms(
  db: Db,
  cast: World,
  { shapes, ...stage }: { shapes: readonly ProgramShape[] } & Pick<Stage, 'incidents' | 'postmortems' | 'items'>,
): Promise<StagedProgram[]> {
  const staged = shapes.map(({ lead, contact }, index): StagedProgram => {
    const ids = { milestoneId: newId(NOW), kpiId: newId(NOW), riskId: newId(NOW), watchId: newId(NOW) }
    const people = { leadId: cast.personIds[lead], contactIds: [cast.personIds[contact]] }
    return { id: newId(NOW), number: FIRST_NUMBER + index, ...ids, ...people }
  })
  const service = await db.service.findFirstOrThrow()
  await db.program.createMany({
    data: staged.map(({ id, number, leadId = '' }) => ({
      ...{ id, number, key: `staged-${number}`, name: `Staged ${number}`, kind: 'spof' as const, leadId, zone: 'UTC' },
      ...{ objective: 'No single one.', exitCriteria: ['It holds.'], sponsorId: leadId },
      ...{ startOn: NOW, endOn: LATER, createdAt: NOW, updatedAt: NOW },
    })),
  })
  const each = staged.map(({ id }) => ({ id: newId(NOW), programId: id, at: NOW }))
  await db.programTeam.createMany({
    data: staged.map(({ id, contactIds: [contactId = null] = [] }) => {
      return { programId: id, teamId: cast.teamIds.edge, contactId }
    }),
  })
  await db.programService.createMany({ data: staged.map(({ id }) => ({ programId: id, serviceId: service.id })) })
  await stageMeasures(db, staged)
  await db.programDecision.createMany({ data: each.map((row) => ({ ...row, text: 'Do it.', reason: 'It helps.' })) })
  await db.watch.createMany({
    data: staged.map(({ id, watchId }) => ({ id: watchId, programId: id, mechanism: 'chg.config', at: NOW })),
  })
  await db.programStep.createMany({ data: each.map((row) => ({ ...row, state: 'chartered' as const })) })
  await db.healthOverride.createMany({
    data: each.map((row) => ({ ...row, colour: 'green' as const, reason: 'It is fine.', until: NOW })),
  })
  await db.programHealth.createMany({
    data: staged.map(({ id }) => ({ programId: id, on: NOW, colour: 'green' as const, parts: {}, at: NOW })),
  })
  await db.programUpdate.createMany({
    data: each.map((row) => ({ ...row, teamId: cast.teamIds.edge, weekOf: NOW, done: 'It.' })),
  })
  await db.programReport.createMany({
    data: each.map((row) => {
      return { ...row, kind: 'monthly' as const, from: NOW, until: NOW, draft: 'All of it.', judgement: 'Well.' }
    }),
  })
  await stageRecords(db, staged, stage)
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('program.proposed', 'program', id)) })
  return staged
}

async function stageMeasures(db: Db, staged: readonly StagedProgram[]): Promise<void> {
  const criterion = { title: 'One', exitCriterion: 'It is shown.', position: 0, createdAt: NOW }
  await db.milestone.createMany({
    data: staged.map(({ id, milestoneId }) => ({ id: milestoneId, programId: id, ...criterion })),
  })
  await db.milestonePlan.createMany({
    data: staged.map(({ milestoneId }) => ({ id: newId(NOW), milestoneId, dueOn: LATER, weight: 10, at: NOW })),
  })
  await db.milestoneStep.createMany({
    data: staged.map(({ milestoneId }) => ({ id: newId(NOW), milestoneId, percent: 10, at: NOW })),
  })
  await db.kpi.createMany({
    data: staged.map(({ id, kpiId }) => {
      return { id: kpiId, programId: id, position: 0, name: 'Tested', direction: 'up' as const, createdAt: NOW }
    }),
  })
  await db.kpiPlan.createMany({
    data: staged.map(({ kpiId }) => ({
      ...{ id: newId(NOW), kpiId, baseline: 0, startOn: NOW, target: 100, targetOn: LATER, cycleDays: 30, at: NOW },
    })),
  })
  await db.kpiPoint.createMany({
    data: staged.map(({ kpiId }) => ({ id: newId(NOW), kpiId, on: NOW, value: 3, at: NOW })),
  })
  await db.programRisk.createMany({
    data: staged.map(({ id, riskId }) => {
      return { id: riskId, programId: id, position: 0, kind: 'risk' as const, title: 'Nobody has time', createdAt: NOW }
    }),
  })
  await db.riskAssessment.createMany({
    data: staged.map(({ riskId }) => {
      return { id: newId(NOW), riskId, likelihood: 'low' as const, effect: 'high' as const, at: NOW }
    }),
  })
}

/** What they say of records: of every one, so that a word too much would be noticed. */
async function stageRecords(
  db: Db,
  [program]: readonly StagedProgram[],
  { incidents, postmortems, items }: Pick<Stage, 'incidents' | 'postmortems' | 'items'>,
): Promise<void> {
  if (!program) return
  const { id: programId } = program
  const records = [
    ...incidents.map(({ id }) => ({ incidentId: id })),
    ...postmortems.map(({ id }) => ({ postmortemId: id })),
  ]
  await db.programLink.createMany({
    data: records.map((record) => ({ id: newId(NOW), programId, ...record, answer: 'linked' as const, at: NOW })),
  })
  const judged = incidents.map(({ id }) => {
    return { id: newId(NOW), programId, incidentId: id, effect: 'smaller' as const, why: 'It stops there.', at: NOW }
  })
  await db.programEffect.createMany({ data: judged })
  await db.effectAgreement.createMany({
    data: judged.map(({ id }) => ({ id: newId(NOW), effectId: id, agrees: true, at: NOW })),
  })
  await db.assignment.createMany({
    data: items.map(({ id }) => ({ id: newId(NOW), actionItemId: id, programId, at: NOW })),
  })
  await db.event.createMany({
    data: [...incidents, ...postmortems].map(({ id }) => {
      return eventRow('program.record_linked', 'program', programId, { otherId: id })
    }),
  })
}
