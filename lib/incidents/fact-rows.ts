import type { Db } from '#lib/context.ts'
import type { FactsOut } from './fact-schema.ts'

type Lists = Omit<FactsOut, 'impactStartBasis' | 'journeys' | 'detection' | 'trigger'>

/**
 * The lists of an incident's facts in one question: eight of them would be asked one after the other, on every page and
 * after every command that tells of an incident. Row-level security holds inside as it does outside.
 */
export async function factListsOf(db: Db, incidentId: string): Promise<Lists> {
  const [found] = await db.$queryRaw<[Lists]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', r."id", 'severity', r."severity", 'at', r."at", 'reason', r."reason")
          order by coalesce(r."at", '-infinity'), r."recordedAt", r."id"), '[]')
        from "SeverityChange" r where r."incidentId" = ${incidentId}::uuid
          and not exists (select 1 from "SeverityChange" later where later."replacesId" = r."id")) as "severityLog",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', r."kind", 'name', r."name") order by r."kind", r."name"), '[]')
        from "IncidentLocation" r where r."incidentId" = ${incidentId}::uuid) as "locations",
      (select coalesce(jsonb_agg(to_jsonb(r) - 'position' - 'incidentId' order by r."position", r."id"), '[]')
        from "ImpactNumber" r where r."incidentId" = ${incidentId}::uuid) as "numbers",
      (select coalesce(jsonb_agg(to_jsonb(r) - 'position' - 'incidentId' order by r."position", r."id"), '[]')
        from "Factor" r where r."incidentId" = ${incidentId}::uuid) as "factors",
      (select coalesce(jsonb_agg(to_jsonb(r) - 'position' - 'incidentId' order by r."position", r."id"), '[]')
        from "Defence" r where r."incidentId" = ${incidentId}::uuid) as "defences",
      (select coalesce(jsonb_agg(to_jsonb(r) - 'position' - 'incidentId' order by r."position", r."id"), '[]')
        from "Mitigation" r where r."incidentId" = ${incidentId}::uuid) as "mitigations",
      (select coalesce(jsonb_agg(to_jsonb(r) - 'position' - 'incidentId' order by r."position", r."id"), '[]')
        from "IncidentRole" r where r."incidentId" = ${incidentId}::uuid) as "roles",
      (select coalesce(jsonb_agg(to_jsonb(r) - 'position' - 'incidentId' order by r."position", r."id"), '[]')
        from "IncidentEvidence" r where r."incidentId" = ${incidentId}::uuid) as "evidence"`
  return {
    ...found,
    severityLog: found.severityLog.map((line) => ({ ...line, at: instant(line.at) })),
    mitigations: found.mitigations.map((row) => ({ ...row, at: instant(row.at) })),
    roles: found.roles.map((row) => ({ ...row, from: instant(row.from), until: instant(row.until) })),
  }
}

/** PostgreSQL writes an instant with its offset and without idle zeros. */
const instant = (text: string | null) => text && new Date(text).toISOString()
