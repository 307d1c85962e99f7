import type { Work } from '#lib/context.ts'
import type { Prisma } from '#prisma/client/client.ts'

type Db = Work['db']

/**
 * Many rows as one parameter. `createMany` makes a parameter of every value, and building and checking those took three
 * quarters of an import's time; this way PostgreSQL reads the rows itself, by the types of the table.
 */
const json = (rows: readonly object[]) => JSON.stringify(rows)

export async function insertIncidents(db: Db, rows: readonly Prisma.IncidentCreateManyInput[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Incident" ("id", "externalId", "title", "severity", "kind", "visibility", "restrictedReason", "teamId", "zone",
      "createdById", "createdAt", "updatedAt", "occurredAt", "faultIntroducedAt", "triggeredAt", "impactStartedAt", "detectedAt",
      "pagedAt", "acknowledgedAt", "declaredAt", "mitigatedAt", "resolvedAt", "impactStartBasis", "journeys",
      "detectionMethod", "detectionSource", "reportedByCustomer", "triggerKind", "triggerReference")
    select "id", "externalId", "title", "severity", "kind", "visibility", "restrictedReason", "teamId", "zone",
      "createdById", "createdAt", "updatedAt", "occurredAt", "faultIntroducedAt", "triggeredAt", "impactStartedAt", "detectedAt",
      "pagedAt", "acknowledgedAt", "declaredAt", "mitigatedAt", "resolvedAt", "impactStartBasis", coalesce("journeys", '{}'),
      "detectionMethod", coalesce("detectionSource", ''), "reportedByCustomer", "triggerKind", coalesce("triggerReference", '')
    from json_populate_recordset(null::"Incident", ${json(rows)}::json)`
}

export async function insertServices(db: Db, rows: readonly Prisma.IncidentServiceCreateManyInput[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "IncidentService" ("incidentId", "serviceId", "role")
    select "incidentId", "serviceId", "role" from json_populate_recordset(null::"IncidentService", ${json(rows)}::json)`
}

export async function insertSeverities(db: Db, rows: readonly Prisma.SeverityChangeCreateManyInput[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "SeverityChange" ("id", "incidentId", "severity", "at", "reason", "recordedById", "recordedAt")
    select "id", "incidentId", "severity", "at", "reason", "recordedById", "recordedAt"
    from json_populate_recordset(null::"SeverityChange", ${json(rows)}::json)`
}

export async function insertFactors(db: Db, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Factor" ("id", "incidentId", "position", "mechanism", "role", "text", "evidence")
    select "id", "incidentId", "position", "mechanism", "role", "text", "evidence"
    from json_populate_recordset(null::"Factor", ${json(rows)}::json)`
}

export async function insertDocuments(db: Db, rows: readonly Prisma.PostmortemCreateManyInput[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Postmortem" ("id", "externalId", "incidentId", "title", "template", "templateVersion", "templateOrigin",
      "visibility", "restrictedReason", "teamId", "leadId", "createdAt", "updatedAt")
    select "id", "externalId", "incidentId", "title", "template", "templateVersion", "templateOrigin",
      "visibility", "restrictedReason", "teamId", "leadId", "createdAt", "updatedAt"
    from json_populate_recordset(null::"Postmortem", ${json(rows)}::json)`
}

export async function insertSections(db: Db, rows: readonly Prisma.SectionCreateManyInput[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Section" ("postmortemId", "key", "position", "heading", "body", "updatedAt")
    select "postmortemId", "key", "position", "heading", "body", "updatedAt"
    from json_populate_recordset(null::"Section", ${json(rows)}::json)`
}

export async function insertImports(db: Db, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Import" ("postmortemId", "file", "digest", "extra", "importedById", "importedAt")
    select "postmortemId", "file", "digest", "extra", "importedById", "importedAt"
    from json_populate_recordset(null::"Import", ${json(rows)}::json)`
}

export async function insertRevisions(db: Db, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Revision" ("id", "postmortemId", "ordinal", "content", "createdById", "createdAt")
    select "id", "postmortemId", "ordinal", "content", "createdById", "createdAt"
    from json_populate_recordset(null::"Revision", ${json(rows)}::json)`
}

export async function insertPublicationRows(db: Db, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await db.$executeRaw`
    insert into "Publication" ("id", "postmortemId", "revisionId", "publishedById", "publishedAt")
    select "id", "postmortemId", "revisionId", "publishedById", "publishedAt"
    from json_populate_recordset(null::"Publication", ${json(rows)}::json)`
}
