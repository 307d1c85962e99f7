import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { defined } from '#lib/defined.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { dateFromLocal } from '#lib/time.ts'
import { mayChange } from './model.ts'
import { activePerson, programId, setParts } from './parts.ts'
import { lockRisk, riskById } from './queries.ts'
import { RiskOut, UpdateRiskInput } from './schema.ts'

export const updateRisk = command({
  name: 'risk.update',
  summary: 'Changes an open entry of the register.',
  scope: 'programs:write',
  input: UpdateRiskInput,
  output: RiskOut,
  subject: (work, { number }) => lockRisk(work, number),
  may: (actor, risk) => all(can(actor, 'edit', 'risk', risk), mayChange(risk)),
  async run(work, { input: { number: _, version, team, owner, targetOn, program, ...given }, subject: risk }) {
    const { db, now } = work
    const { services, incidents, dependsOn, items, ...columns } = given
    const before = await riskById(work, risk.id)
    if (version !== risk.version)
      refuse({
        kind: 'conflict',
        message: 'Somebody changed this entry meanwhile. Compare and save again.',
        current: before,
      })
    const data = {
      ...defined(columns),
      ...(team !== undefined && { teamId: (await teamBySlug(work, team, 'team')).id }),
      ...(owner !== undefined && {
        ownerId: owner === risk.ownerId ? owner : await activePerson(work, owner, 'owner'),
      }),
      ...(targetOn !== undefined && { targetOn: targetOn && dateFromLocal(targetOn) }),
      ...(program !== undefined && { programId: await programId(work, program) }),
    }
    await db.risk.update({ where: { id: risk.id }, data: { ...data, version: { increment: 1 }, updatedAt: now } })
    await setParts(work, risk.id, { services, incidents, dependsOn, items })
    const value = await riskById(work, risk.id)
    return { value, events: [happened('risk.updated', risk.id, { changed: changedIn(before, value) })] }
  },
})

/** A form sends everything, so what it sent says nothing; what is different does. */
const changedIn = (before: RiskOut, after: RiskOut): string[] =>
  changeable.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

const changeable = [
  ...(['component', 'layer', 'domain', 'redundancy', 'sharedFate', 'detection', 'failover', 'likelihood'] as const),
  ...(['impact', 'detectability', 'impactNote', 'breakGlass', 'team', 'owner', 'targetOn', 'services'] as const),
  ...(['incidents', 'dependsOn', 'items', 'program', 'rtoTargetMinutes', 'rpoTargetMinutes'] as const),
]
