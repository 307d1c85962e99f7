import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { activePerson, programId, setParts } from './parts.ts'
import { riskById } from './queries.ts'
import { RecordRiskInput, RiskOut } from './schema.ts'

export const recordRisk = command({
  name: 'risk.record',
  summary: 'Adds an entry to the register of risks and single points of failure.',
  scope: 'programs:write',
  input: RecordRiskInput,
  output: RiskOut,
  subject: (work, { team }) => teamBySlug(work, team, 'team'),
  may: (actor) => can(actor, 'create', 'risk'),
  async run(work, { input, subject: team }) {
    const { db, now, actor } = work
    const { component, layer, domain, redundancy, sharedFate, detection, failover, likelihood, impact } = input
    const { detectability, impactNote, breakGlass, rtoTargetMinutes, rpoTargetMinutes, targetOn } = input
    const id = newId(now)
    await db.risk.createMany({
      data: {
        id,
        component,
        layer,
        domain,
        redundancy,
        sharedFate,
        detection,
        failover,
        likelihood,
        impact,
        detectability,
        impactNote,
        breakGlass,
        teamId: team.id,
        createdAt: now,
        updatedAt: now,
        rtoTargetMinutes: rtoTargetMinutes ?? null,
        rpoTargetMinutes: rpoTargetMinutes ?? null,
        targetOn: targetOn ? dateFromLocal(targetOn) : null,
        ...(await sourceOf(work, input)),
        ownerId: await activePerson(work, input.owner, 'owner'),
        programId: await programId(work, input.program),
        createdById: actor.kind === 'person' ? actor.personId : null,
      },
    })
    await setParts(work, id, input)
    const value = await riskById(work, id)
    return { value, events: [happened('risk.recorded', id, { component, score: value.score })] }
  },
})

async function sourceOf(
  { db }: Work,
  { finding, target }: { finding?: string | undefined; target?: string | undefined },
) {
  const select = { select: { id: true } } as const
  if (finding && !(await db.finding.findUnique({ where: { id: finding }, ...select })))
    refuse(invalid('finding', 'Choose a finding that is there.'))
  if (target && !(await db.sweepTarget.findUnique({ where: { id: target }, ...select })))
    refuse(invalid('target', 'Choose a service that was asked.'))
  return { findingId: finding ?? null, targetId: target ?? null }
}
