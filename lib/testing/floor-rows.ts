import { type Actor, settingsOf } from '#lib/actor.ts'
import type { floors } from '#lib/policy/floors.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { exerciseKeys } from './floor-exercises.ts'
import { guideKeys } from './floor-guides.ts'

type Db = Prisma.TransactionClient
/** Table → the rows of it, each by its key as text. */
export type Rows = Map<string, Set<string>>

export type Table = keyof typeof floors & string

/** How a row of each table is named here. A table without a line cannot be checked, and a test says so. */
export const rowKeys: Record<Table, string> = {
  Organization: `"id"`,
  Person: `"id"`,
  Team: `"id"`,
  Membership: `"teamId" || ' ' || "personId"`,
  Service: `"id"`,
  Incident: `"id"`,
  IncidentService: `"incidentId"`,
  ImpactWindow: `"id"`,
  TimelineEntry: `"id"`,
  TimelineEvidence: `"incidentId"`,
  SeverityChange: `"id"`,
  IncidentLocation: `"incidentId"`,
  ImpactNumber: `"incidentId"`,
  Factor: `"incidentId"`,
  Defence: `"incidentId"`,
  Mitigation: `"incidentId"`,
  IncidentEvidence: `"incidentId"`,
  IncidentRole: `"incidentId"`,
  RoleHolder: `"name"`,
  IncidentRelation: `"fromId" || ' ' || "toId"`,
  RelationProposal: `"fromId" || ' ' || "toId"`,
  Postmortem: `"id"`,
  TemplateVersion: `"id"`,
  TemplateDeactivation: `"key"`,
  Section: `"postmortemId" || ' ' || "key"`,
  SectionUpdate: `"postmortemId" || ' ' || "key"`,
  Image: `"postmortemId"`,
  Revision: `"id"`,
  Review: `"id"`,
  Reviewer: `"reviewId" || ' ' || "personId"`,
  ReviewDecision: `"reviewId" || ' ' || "personId"`,
  Publication: `"id"`,
  Retraction: `"publicationId"`,
  Supersession: `"postmortemId"`,
  Import: `"postmortemId"`,
  ReviewPoint: `"reviewId" || ' ' || "id"`,
  PointAnswer: `"id"`,
  RubricAnswer: `"reviewId" || ' ' || "personId"`,
  ReviewMeeting: `"postmortemId"`,
  MeetingAttendee: `"meetingId" || ' ' || "personId"`,
  SummaryRevision: `"postmortemId"`,
  SummaryApproval: `"revisionId"`,
  SummaryAnswer: `"postmortemId"`,
  Waiver: `"incidentId"`,
  ReviewRule: `"place"`,
  Holiday: `"id"`,
  Notification: `"subjectId" || ' ' || "personId"`,
  Thread: `"postmortemId"`,
  Comment: `(select t."postmortemId" from "Thread" t where t."id" = "Comment"."threadId")`,
  CommentWording: `(select t."postmortemId" from "Comment" c join "Thread" t on t."id" = c."threadId" where c."id" = "CommentWording"."commentId")`,
  Resolution: `(select t."postmortemId" from "Thread" t where t."id" = "Resolution"."threadId")`,
  HintDismissal: `"postmortemId"`,
  HintException: `"id"`,
  Grant: `coalesce("postmortemId", "incidentId") || ' ' || "personId"`,
  ...exerciseKeys,
  ...guideKeys,
  ActionItem: `"id"`,
  Commitment: `"actionItemId"`,
  Progress: `"actionItemId"`,
  ItemEvidence: `"actionItemId"`,
  ItemLink: `"actionItemId"`,
  ItemIncident: `"actionItemId" || ' ' || "incidentId"`,
  Recurrence: `"actionItemId" || ' ' || "incidentId"`,
  ItemAtImpact: `"publicationId" || ' ' || "actionItemId"`,
  ItemBefore: `"actionItemId" || ' ' || "byId"`,
  SavedView: `"visibility" || ' ' || "createdById" || ' ' || coalesce("teamId"::text, '')`,
  DefaultView: `"personId"`,
  MailSettings: `"personId"`,
  Watcher: `"personId"`,
  Digest: `"id"`,
  Program: `"id"`,
  ProgramStep: `"programId"`,
  ProgramTeam: `"programId"`,
  ProgramService: `"programId"`,
  ProgramRisk: `"programId"`,
  ProgramDecision: `"programId"`,
  Watch: `"programId"`,
  Milestone: `"programId"`,
  Kpi: `"programId"`,
  ProgramHealth: `"programId"`,
  HealthOverride: `"programId"`,
  ProgramUpdate: `"programId"`,
  ProgramReport: `"programId"`,
  MilestonePlan: `"milestoneId"`,
  MilestoneStep: `"milestoneId"`,
  KpiPlan: `"kpiId"`,
  KpiPoint: `"kpiId"`,
  RiskAssessment: `"riskId"`,
  ProgramLink: `coalesce("incidentId", "postmortemId")`,
  Assignment: `"actionItemId"`,
  ProgramEffect: `"incidentId"`,
  EffectAgreement: `(select e."incidentId" from "ProgramEffect" e where e."id" = "EffectAgreement"."effectId")`,
  Event: `"name" || ' ' || "subjectId" || ' ' || coalesce("actorId"::text, '') || ' ' || coalesce("data"->>'otherId', '')`,
  Outbox: `"id"`,
  SearchDocument: `"kind" || ' ' || "id"`,
  SearchFacet: `"kind" || ' ' || "id"`,
  IdempotencyKey: `"actorId" || ' ' || "key"`,
}

export const everyTable = Object.keys(rowKeys) as Table[]

/** A few tables at a time: planning all their policies as one statement takes an embedded database longer than it allows. */
const TABLES_AT_ONCE = 10

/** Every row of these tables that this transaction's role and settings show; of all of them when none is named. */
export async function seenRows(db: Db, tables: readonly Table[] = everyTable): Promise<Rows> {
  const rows: Rows = new Map(tables.map((table) => [table, new Set()]))
  for (let first = 0; first < tables.length; first += TABLES_AT_ONCE) {
    const some = tables.slice(first, first + TABLES_AT_ONCE)
    const asked = some.map(
      (table) => `select '${table}' as "table", (${rowKeys[table]})::text as "key" from "${table}"`,
    )
    const found = await db.$queryRawUnsafe<{ table: string; key: string }[]>(asked.join(' union all '))
    for (const { table, key } of found) rows.get(table)?.add(key)
  }
  return rows
}

/** The same transaction goes on as that actor, the way a request runs. */
export async function actAs(db: Db, actor: Actor): Promise<void> {
  const settings = Object.entries({ ...settingsOf(actor), role: 'firebreak_app' })
  const calls = settings.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`)
  await db.$queryRawUnsafe(`select ${calls.join(', ')}`, ...settings.flat())
}
