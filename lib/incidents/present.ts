import type { Prisma } from '#prisma/client/client.ts'
import { milestonesOf } from './columns.ts'
import type { factListsOf } from './fact-rows.ts'
import { milestoneNames } from './model.ts'
import type { IncidentListed, IncidentOut } from './schema.ts'
import { presentEntry, timelineEntries } from './timeline-out.ts'

export const listed = {
  team: true,
  services: { include: { service: true }, orderBy: [{ role: 'asc' }, { serviceId: 'asc' }] },
} satisfies Prisma.IncidentInclude
export const whole = {
  ...listed,
  windows: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] },
  timeline: timelineEntries,
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

export function presentIncident(
  row: Prisma.IncidentGetPayload<{ include: typeof whole }>,
  lists: Awaited<ReturnType<typeof factListsOf>>,
): IncidentOut {
  const points = milestonesOf(row)
  return {
    ...presentListed(row),
    version: row.version,
    externalId: row.externalId,
    restrictedReason: row.restrictedReason,
    mechanisms: row.mechanisms,
    milestones: Object.fromEntries(milestoneNames.map((name) => [name, points[name]?.toISOString() ?? null])),
    windows: row.windows.map(({ incidentId: _, startedAt, endedAt, ...window }) => ({
      ...window,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    impactStartBasis: row.impactStartBasis,
    journeys: row.journeys,
    detection: { method: row.detectionMethod, source: row.detectionSource, customer: answer(row.reportedByCustomer) },
    trigger: { kind: row.triggerKind, reference: row.triggerReference },
    ...lists,
    timeline: row.timeline.map(presentEntry),
  }
}

const answer = (said: boolean | null) => (said === null ? null : said ? 'yes' : 'no')
