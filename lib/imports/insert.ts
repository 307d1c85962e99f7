import type { Work } from '#lib/context.ts'
import { Prisma } from '#prisma/client/client.ts'

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

type Rows = {
  IncidentService: Prisma.IncidentServiceCreateManyInput
  SeverityChange: Prisma.SeverityChangeCreateManyInput
  Factor: object
  Postmortem: Prisma.PostmortemCreateManyInput
  Section: Prisma.SectionCreateManyInput
  Import: object
  Revision: object
  Publication: object
}

/** What an import fills of each table; the rest is left to the table. */
const columns: Record<keyof Rows, readonly string[]> = {
  IncidentService: ['incidentId', 'serviceId', 'role'],
  SeverityChange: ['id', 'incidentId', 'severity', 'at', 'reason', 'recordedById', 'recordedAt'],
  Factor: ['id', 'incidentId', 'position', 'mechanism', 'role', 'text', 'evidence'],
  Postmortem: [
    ...['id', 'externalId', 'incidentId', 'title', 'template', 'templateVersion', 'templateOrigin'],
    ...['visibility', 'restrictedReason', 'teamId', 'leadId', 'createdAt', 'updatedAt'],
  ],
  Section: ['postmortemId', 'key', 'position', 'heading', 'body', 'updatedAt'],
  Import: ['postmortemId', 'file', 'digest', 'extra', 'importedById', 'importedAt'],
  Revision: ['id', 'postmortemId', 'ordinal', 'content', 'createdById', 'createdAt'],
  Publication: ['id', 'postmortemId', 'revisionId', 'publishedById', 'publishedAt'],
}

export async function insertInto<Table extends keyof Rows>(
  db: Db,
  table: Table,
  rows: readonly Rows[Table][],
): Promise<void> {
  if (rows.length === 0) return
  const into = Prisma.raw(`"${table}"`)
  const names = Prisma.raw(columns[table].map((name) => `"${name}"`).join(', '))
  await db.$executeRaw`
    insert into ${into} (${names}) select ${names} from json_populate_recordset(null::${into}, ${json(rows)}::json)`
}
