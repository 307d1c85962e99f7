import type { z } from 'zod'
import type { Db } from '#lib/context.ts'
import type { Severity } from '#lib/incidents/schema.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { RevisionContent } from '#lib/postmortems/schema.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { Kind } from './model.ts'
import { plainText } from './plain.ts'

/** A record as it is indexed and as it is quoted. Whose eyes read it is decided by the transaction it is read in. */
export type Source = {
  id: string
  number: number
  externalId: string | null
  visibility: 'company' | 'team' | 'restricted'
  title: string
  /** Who and what it is about: team, services, mechanisms. */
  about: string
  body: string
  timeline: string
  severity: z.output<typeof Severity> | null
  services: string[]
  date: string | null
  state: string | null
  /** The incident a postmortem is about, which then need not be shown a second time. */
  incidentId: string | null
}

export const sourcesOf: Record<Exclude<Kind, 'guide'>, (db: Db, ids: readonly string[]) => Promise<Source[]>> = {
  postmortem: postmortems,
  incident: incidents,
  action_item: actionItems,
  program: programs,
}

const incidentParts = {
  team: true,
  services: { include: { service: true } },
  locations: true,
  factors: { orderBy: { position: 'asc' } },
  timeline: { orderBy: [{ at: 'asc' }, { position: 'asc' }] },
} as const satisfies Prisma.IncidentInclude

const postmortemParts = {
  team: true,
  sections: { orderBy: { position: 'asc' } },
  incident: { include: incidentParts },
  publications: {
    include: { revision: { select: { content: true } } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: 1,
  },
} as const satisfies Prisma.PostmortemInclude

/** Published ones as readers see them, drafts as they stand; what was taken back is not found. */
async function postmortems(db: Db, ids: readonly string[]): Promise<Source[]> {
  const where = { id: { in: [...ids] }, OR: [{ publishedAt: null }, { state: 'published' as const }] }
  return (await db.postmortem.findMany({ where, include: postmortemParts })).map(postmortem)
}

async function incidents(db: Db, ids: readonly string[]): Promise<Source[]> {
  const rows = await db.incident.findMany({ where: { id: { in: [...ids] } }, include: incidentParts })
  return rows.map((row) => {
    const { id, number, externalId, title, visibility, team } = row
    const { about, ...facts } = factsOf(row)
    return {
      id,
      number,
      externalId,
      title,
      visibility,
      body: '',
      state: null,
      incidentId: null,
      ...facts,
      about: `${team.name} ${about}`,
    }
  })
}

async function actionItems(db: Db, ids: readonly string[]): Promise<Source[]> {
  const include = { team: true, postmortem: { select: { visibility: true } } } as const
  const rows = await db.actionItem.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map(({ id, number, externalId, title, doneWhen, dueOn, closed, team, postmortem }) => ({
    ...{ id, number, externalId, title, timeline: '', severity: null, services: [], incidentId: null },
    visibility: postmortem?.visibility ?? 'company',
    about: team.name,
    body: plainText(doneWhen),
    date: dueOn.toISOString(),
    state: closed ? 'closed' : 'open',
  }))
}

/** What it is about in its own words; what it says of records stays with those. */
async function programs(db: Db, ids: readonly string[]): Promise<Source[]> {
  const include = {
    lead: { select: { name: true } },
    teams: { include: { team: { select: { name: true } } } },
    services: { include: { service: { select: { name: true } } } },
    milestones: { orderBy: { position: 'asc' } },
    kpis: { orderBy: { position: 'asc' } },
    watches: { where: { endedAt: null } },
  } as const satisfies Prisma.ProgramInclude
  const rows = await db.program.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, externalId: row.key, visibility: 'company', title: row.name },
    ...{ timeline: '', severity: null, incidentId: null, state: row.state, date: row.startOn.toISOString() },
    services: row.services.map(({ service }) => service.name),
    about: [
      row.lead.name,
      ...row.teams.map(({ team }) => team.name),
      ...row.services.map(({ service }) => service.name),
      ...row.watches.map(({ mechanism }) => mechanismWords(mechanism)),
    ].join(' '),
    body: [
      ...[row.objective, row.why, row.scopeIn, row.scopeOut, ...row.exitCriteria],
      ...row.milestones.flatMap(({ title, exitCriterion }) => [title, exitCriterion]),
      ...row.kpis.map(({ name }) => name),
    ]
      .map(plainText)
      .join('\n'),
  }))
}

type PostmortemRow = Prisma.PostmortemGetPayload<{ include: typeof postmortemParts }>
type IncidentRow = Prisma.IncidentGetPayload<{ include: typeof incidentParts }>
type Facts = Pick<Source, 'about' | 'timeline' | 'severity' | 'services' | 'date'>

function postmortem(row: PostmortemRow): Source {
  const { id, number, externalId, visibility, state, incidentId, incident } = row
  const [latest] = row.publications
  const frozen = state === 'published' && latest ? RevisionContent.parse(latest.revision.content) : null
  const live = incident && opensTo(incident, row) ? factsOf(incident) : NO_FACTS
  const { about, ...facts } = frozen ? frozenFacts(frozen) : live
  return {
    ...{ id, number, externalId, visibility, state, incidentId },
    title: frozen?.title ?? row.title,
    body: (frozen?.sections ?? row.sections).map(({ body }) => plainText(body)).join('\n'),
    ...facts,
    about: `${row.team.name} ${about}`,
  }
}

/** Whoever may read the postmortem may read the incident: else its words would be found by people it is hidden from. */
function opensTo(incident: IncidentRow, postmortem: PostmortemRow): boolean {
  if (incident.visibility === 'company') return true
  return incident.visibility === 'team' && postmortem.visibility === 'team' && incident.teamId === postmortem.teamId
}

function factsOf({ services, mechanisms, timeline, severity, occurredAt, ...row }: IncidentRow): Facts {
  return facts({
    ...{ locations: row.locations, factors: row.factors, journeys: row.journeys },
    services: services.map(({ service }) => service.name),
    mechanisms,
    timeline,
    severity,
    occurredAt: occurredAt.toISOString(),
  })
}

/** What readers of a published postmortem see stands in its revision, whatever became of the incident since. */
function frozenFacts({ incident }: RevisionContent): Facts {
  return incident ? facts({ ...incident, services: incident.services.map(({ name }) => name) }) : NO_FACTS
}

type Told = {
  services: string[]
  mechanisms: string[]
  locations: { name: string }[]
  factors: { text: string }[]
  journeys: string[]
  timeline: { text: string }[]
  severity: z.output<typeof Severity>
  occurredAt: string
}

function facts({ services, mechanisms, timeline, severity, occurredAt, ...told }: Told): Facts {
  const { locations, factors, journeys } = told
  const where = [...services, ...locations.map(({ name }) => name), ...journeys]
  return {
    about: [...where, ...mechanisms.map(mechanismWords), ...factors.map(({ text }) => text)].join(' '),
    timeline: timeline.map(({ text }) => plainText(text)).join('\n'),
    severity,
    services,
    date: occurredAt,
  }
}

/** What a mechanism means is how somebody would ask for it. */
function mechanismWords(code: string): string {
  const mechanism = findMechanism(code)
  return mechanism ? `${mechanism.name}. ${mechanism.definition}` : code
}

const NO_FACTS: Facts = { about: '', timeline: '', severity: null, services: [], date: null }
