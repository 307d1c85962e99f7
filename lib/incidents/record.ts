import type { z } from 'zod'
import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { servicesBySlug } from '#lib/services/queries.ts'
import { teamBySlug } from '#lib/teams/queries.ts'
import { milestoneColumns, refuseContradictions } from './columns.ts'
import { settleTimes } from './moments.ts'
import { incidentById } from './queries.ts'
import { IncidentOut, RecordIncidentInput } from './schema.ts'

export const recordIncident = command({
  name: 'incident.record',
  summary: 'Records an incident with what is known of it so far.',
  scope: 'incidents:write',
  input: RecordIncidentInput,
  output: IncidentOut,
  subject: (work, input) => teamBySlug(work, input.team, 'team'),
  may: (actor) => can(actor, 'create', 'incident'),
  async run(work, { input, subject: team }) {
    const { db, actor, now } = work
    const { milestones, windows } = settleTimes(input, input.timesIn ?? input.zone)
    refuseContradictions(milestones, now)
    const id = newId(now)
    const createdById = actor.kind === 'person' ? actor.personId : null
    const { title, severity, kind, visibility, zone, mechanisms } = input
    // createMany does not read the row back: a restricted one cannot be seen before its grant stands.
    await db.incident.createMany({
      data: {
        ...milestoneColumns(milestones),
        ...(input.externalId && { externalId: input.externalId }),
        ...{ id, title, severity, kind, visibility, zone, mechanisms, teamId: team.id, createdById },
        ...{ restrictedReason: input.restrictedReason ?? null, createdAt: now, updatedAt: now, occurredAt: now },
      },
    })
    if (visibility === 'restricted' && createdById)
      await db.grant.createMany({
        data: { id: newId(now), personId: createdById, incidentId: id, grantedById: createdById, grantedAt: now },
      })
    await replaceServices(work, id, input.services)
    await replaceWindows(work, id, windows)
    return { value: await incidentById(work, id), events: [happened('incident.recorded', id, { title, severity })] }
  },
})

type Given = z.output<typeof RecordIncidentInput>

export async function replaceServices(work: Work, incidentId: string, services: Given['services']): Promise<void> {
  const ids = await servicesBySlug(
    work,
    services.map(({ service }) => service),
    'services',
  )
  const roles = new Map(services.map(({ service, role }) => [ids.get(service)?.id ?? '', role]))
  await work.db.incidentService.deleteMany({ where: { incidentId } })
  await work.db.incidentService.createMany({
    data: [...roles].map(([serviceId, role]) => ({ incidentId, serviceId, role })),
  })
}

type SettledWindows = ReturnType<typeof settleTimes>['windows']

export async function replaceWindows({ db, now }: Work, incidentId: string, windows: SettledWindows): Promise<void> {
  await db.impactWindow.deleteMany({ where: { incidentId } })
  await db.impactWindow.createMany({
    data: windows.map(({ trafficShare = null, failingShare = null, ...window }) => ({
      ...window,
      ...{ id: newId(now), incidentId, trafficShare, failingShare },
    })),
  })
}
