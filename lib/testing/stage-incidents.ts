import { newId } from '#lib/ids.ts'
import type { Visibility } from '#prisma/client/enums.ts'
import { type Db, eventRow, FIRST_NUMBER, grantRows, reasonOf, type Staged } from './stage-rows.ts'
import { type Name, NOW, type World } from './world.ts'

export type IncidentShape = {
  visibility: Visibility
  team: 'edge' | 'control'
  creator: Name | null
  granted: readonly Name[]
}

export type StagedIncident = Staged & {
  shape: IncidentShape
  entryId: string
  evidenceId: string
  windowId: string
  severityId: string
  /** The name of whoever held a role. */
  holder: string
  relatedTo: string
}

export async function stageIncidents(db: Db, cast: World, shapes: readonly IncidentShape[]): Promise<StagedIncident[]> {
  const staged = shapes.map(
    (shape, index): StagedIncident => ({
      ...{
        shape,
        id: newId(NOW),
        number: FIRST_NUMBER + index,
        visibility: shape.visibility,
        teamId: cast.teamIds[shape.team],
      },
      createdById: shape.creator && cast.personIds[shape.creator],
      grants: shape.granted.map((name) => ({ personId: cast.personIds[name] })),
      ...{
        entryId: newId(NOW),
        evidenceId: newId(NOW),
        windowId: newId(NOW),
        severityId: newId(NOW),
        holder: `Holder ${index}`,
        relatedTo: '',
      },
    }),
  )
  for (const [index, row] of staged.entries()) row.relatedTo = staged[(index + 1) % staged.length]?.id ?? ''
  await db.incident.createMany({
    data: staged.map(({ id, number, shape: { visibility, team, creator } }) => ({
      ...{ id, number, title: `Staged ${number}`, severity: 'sev2' as const, kind: 'outage' as const, visibility },
      ...{ restrictedReason: reasonOf(visibility), teamId: cast.teamIds[team], zone: 'UTC' },
      createdById: creator && cast.personIds[creator],
      ...{ createdAt: NOW, updatedAt: NOW, occurredAt: NOW },
    })),
  })
  const service = await db.service.findFirstOrThrow()
  await db.incidentService.createMany({
    data: staged.map(({ id }) => ({ incidentId: id, serviceId: service.id, role: 'origin' as const })),
  })
  await db.impactWindow.createMany({
    data: staged.map(({ id, windowId }) => ({ id: windowId, incidentId: id, startedAt: NOW, scope: 'Everybody' })),
  })
  await db.timelineEntry.createMany({
    data: staged.map(({ id, entryId }) => ({
      ...{ id: entryId, incidentId: id, position: 0, at: NOW, zone: 'UTC', kind: 'action' as const, text: 'Done.' },
    })),
  })
  await db.timelineEvidence.createMany({
    data: staged.map(({ id, evidenceId }) => ({
      ...{ id: evidenceId, incidentId: id, gatheringId: id, position: 0, at: NOW, zone: 'UTC', text: 'Said so.' },
      ...{ origin: 'lines', gatheredAt: NOW },
    })),
  })
  await stageFacts(db, staged)
  await db.waiver.createMany({ data: staged.map(({ id }) => ({ incidentId: id, reason: 'Staged', waivedAt: NOW })) })
  await db.grant.createMany({
    data: staged.flatMap(({ id, shape }) => grantRows(shape.granted, cast, { incidentId: id })),
  })
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('incident.recorded', 'incident', id)) })
  await db.event.createMany({
    data: staged.map(({ id }) => eventRow('incident.access_granted', 'incident', id, { breakGlass: true })),
  })
  return staged
}

/** One of every kind of fact an incident can have. */
async function stageFacts(db: Db, staged: readonly StagedIncident[]): Promise<void> {
  const one = staged.map(({ id }) => ({ id: newId(NOW), incidentId: id, position: 0 }))
  await db.severityChange.createMany({
    data: staged.map(({ id, severityId }) => ({ id: severityId, incidentId: id, severity: 'sev2', recordedAt: NOW })),
  })
  await db.incidentLocation.createMany({
    data: staged.map(({ id }) => ({ incidentId: id, kind: 'region', name: 'Asia' })),
  })
  await db.impactNumber.createMany({
    data: one.map((row) => ({ ...row, measure: 'tickets', value: 3, certainty: 'measured' })),
  })
  await db.factor.createMany({ data: one.map((row) => ({ ...row, mechanism: 'chg.config', role: 'enabler' })) })
  await db.defence.createMany({ data: one.map((row) => ({ ...row, name: 'Canary', outcome: 'absent' })) })
  await db.mitigation.createMany({ data: one.map((row) => ({ ...row, method: 'rollback', result: 'helped' })) })
  await db.incidentEvidence.createMany({
    data: one.map((row) => ({ ...row, kind: 'log', title: 'The log', url: 'https://log.example/1' })),
  })
  await db.incidentRole.createMany({ data: one.map((row) => ({ ...row, role: 'scribe' })) })
  await db.roleHolder.createMany({
    data: one.map(({ id }, index) => ({ roleId: id, name: staged[index]?.holder ?? '' })),
  })
  if (staged.length < 2) return
  await db.incidentRelation.createMany({
    data: staged.map(({ id, relatedTo }) => ({
      ...{ id: newId(NOW), fromId: id, toId: relatedTo, kind: 'similar' as const, createdAt: NOW },
    })),
  })
  await db.relationProposal.createMany({
    data: staged.map(({ id, relatedTo }) => ({
      ...{ id: newId(NOW), fromId: id, toId: relatedTo, kind: 'repeat_of' as const, createdAt: NOW },
    })),
  })
  await db.event.createMany({
    data: staged.map(({ id, relatedTo }) => eventRow('incident.related', 'incident', id, { otherId: relatedTo })),
  })
}
