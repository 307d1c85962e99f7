import type { Prisma } from '#prisma/client/client.ts'
import { milestonesOf } from './columns.ts'
import { milestoneNames } from './model.ts'
import type { IncidentListed, IncidentOut } from './schema.ts'

export const listed = {
  team: true,
  services: { include: { service: true }, orderBy: [{ role: 'asc' }, { serviceId: 'asc' }] },
} satisfies Prisma.IncidentInclude
export const whole = {
  ...listed,
  windows: { orderBy: { startedAt: 'asc' } },
  timeline: { orderBy: [{ at: 'asc' }, { position: 'asc' }] },
} satisfies Prisma.IncidentInclude

export function presentListed(row: Prisma.IncidentGetPayload<{ include: typeof listed }>): IncidentListed {
  const { number, title, severity, kind, visibility, zone, team } = row
  const services = row.services.map(({ service, role }) => ({ slug: service.slug, name: service.name, role }))
  return {
    number,
    title,
    severity,
    kind,
    visibility,
    zone,
    occurredAt: row.occurredAt.toISOString(),
    team: { slug: team.slug, name: team.name },
    services,
  }
}

export function presentIncident(row: Prisma.IncidentGetPayload<{ include: typeof whole }>): IncidentOut {
  const points = milestonesOf(row)
  return {
    ...presentListed(row),
    version: row.version,
    externalId: row.externalId,
    restrictedReason: row.restrictedReason,
    mechanisms: row.mechanisms,
    milestones: Object.fromEntries(milestoneNames.map((name) => [name, points[name]?.toISOString() ?? null])),
    windows: row.windows.map(({ startedAt, endedAt, scope, trafficShare, failingShare, symptom }) => ({
      ...{
        startedAt: startedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        scope,
        trafficShare,
        failingShare,
        symptom,
      },
    })),
    timeline: row.timeline.map(({ id, at, zone, kind, text, source }) => ({
      id,
      at: at.toISOString(),
      zone,
      kind,
      text,
      source,
    })),
  }
}
