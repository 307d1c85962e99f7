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

/** What the records say of a guide: the incidents it would have helped with, and what confirmed it. */
export async function guideEvidence({ db }: Work, guide: GuideSummary): Promise<Evidence> {
  const stands = { where: { guide: { slug: guide.slug }, verdict: 'stands' as const } }
  const newest = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }] }
  const confirmed = await db.guideAnswer.findFirst({ ...stands, ...newest, select: { at: true } })
  const shown = await db.guideAnswer.findFirst({
    ...{ where: { ...stands.where, exerciseId: { not: null } }, ...newest },
    select: { at: true, exercise: { select: { number: true, title: true } } },
  })
  const where = { mechanisms: { hasSome: guide.mechanisms } }
  const incidents = await db.incident.findMany({
    ...{ where, orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }], take: SHOWN },
    select: {
      ...{ number: true, title: true, severity: true, occurredAt: true },
      services: { select: { service: { select: { slug: true } } } },
    },
  })
  const services = await servicesOf({ db }, guide)
  return {
    count: await db.incident.count({ where }),
    incidents: incidents.map(({ number, title, severity, occurredAt, services: hit }) => ({
      ...{ number, title, severity, occurredAt: occurredAt.toISOString() },
      since: (!confirmed || occurredAt > confirmed.at) && hit.some(({ service }) => services.has(service.slug)),
    })),
    confirmedAt: confirmed?.at.toISOString() ?? null,
    exercise: shown?.exercise ? { ...shown.exercise, at: shown.at.toISOString() } : null,
  }
}

/** Those the file names, and those that work through its checklist or did. */
async function servicesOf({ db }: Pick<Work, 'db'>, { slug, services }: GuideSummary): Promise<Set<string>> {
  const rows = await db.checklist.findMany({
    where: { guide: { slug }, OR: [{ end: null }, { end: { outcome: 'finished' } }] },
    select: { service: { select: { slug: true } } },
    distinct: ['serviceId'],
  })
  return new Set([...services, ...rows.map(({ service }) => service.slug)])
}
