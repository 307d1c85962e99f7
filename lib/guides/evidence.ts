import type { Work } from '#lib/context.ts'
import type { Severity } from '#prisma/client/enums.ts'
import type { GuideSummary } from './model.ts'

/** Enough to see what kind of trouble it would have helped with; the incidents' own list has the rest. */
const SHOWN = 5

export type Evidence = {
  incidents: {
    number: number
    title: string
    severity: Severity
    occurredAt: string
    /** It happened to a service of the guide, after its owner last said that it is right: a person may say it contradicts it. */
    since: boolean
  }[]
  count: number
  /** When its owner last said that it is right, and the exercise that last showed it. */
  confirmedAt: string | null
  exercise: { number: number; title: string; at: string } | null
}

/** What the records say of a guide: the incidents it would have helped with, and what confirmed it. In two questions. */
export async function guideEvidence(work: Work, guide: GuideSummary): Promise<Evidence> {
  const [confirmed] = await confirmations(work, guide.slug)
  const rows = await incidentsOf(work, guide)
  return {
    count: rows[0]?.count ?? 0,
    incidents: rows.map(({ number, title, severity, occurredAt, onService }) => ({
      number,
      title,
      severity,
      occurredAt: occurredAt.toISOString(),
      since: onService && (!confirmed?.at || occurredAt > confirmed.at),
    })),
    confirmedAt: confirmed?.at?.toISOString() ?? null,
    exercise:
      confirmed?.number && confirmed.title && confirmed.shownAt
        ? { number: confirmed.number, title: confirmed.title, at: confirmed.shownAt.toISOString() }
        : null,
  }
}

type Confirmed = { at: Date | null; number: number | null; title: string | null; shownAt: Date | null }

const confirmations = ({ db }: Work, slug: string) => db.$queryRaw<Confirmed[]>`
  select (select max(a."at") from "GuideAnswer" a where a."guideId" = g."id" and a."verdict" = 'stands') as "at",
    e."number", e."title", e."shownAt"
  from "Guide" g left join lateral (
    select x."number", x."title", a."at" as "shownAt" from "GuideAnswer" a join "Exercise" x on x."id" = a."exerciseId"
    where a."guideId" = g."id" and a."verdict" = 'stands' order by a."at" desc, a."id" desc limit 1) e on true
  where g."slug" = ${slug}`

type Met = { number: number; title: string; severity: Severity; occurredAt: Date; onService: boolean; count: number }

/** On a service that the file names, or that works through its checklist or did. */
const incidentsOf = ({ db }: Work, { slug, mechanisms, services }: GuideSummary) => db.$queryRaw<Met[]>`
  select i."number", i."title", i."severity"::text as "severity", i."occurredAt", (count(*) over ())::int as "count",
    exists (select 1 from "IncidentService" u join "Service" s on s."id" = u."serviceId" where u."incidentId" = i."id"
      and (s."slug" = any(${services}::text[]) or exists (
        select 1 from "Checklist" c join "Guide" g on g."id" = c."guideId" where c."serviceId" = s."id" and g."slug" = ${slug}
          and not exists (select 1 from "ChecklistEnd" e where e."checklistId" = c."id" and e."outcome" = 'abandoned')))) as "onService"
  from "Incident" i where i."mechanisms" && ${mechanisms}::text[]
  order by i."occurredAt" desc, i."id" desc limit ${SHOWN}`
