import type { IncidentOut } from '#lib/incidents/schema.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { tagOf } from './fields.ts'
import { plainText } from './plain.ts'
import type { Source } from './source.ts'

/** What an incident says about itself and about the postmortem that tells of it. */
export type Facts = Pick<Source, 'about' | 'timeline' | 'severity' | 'services' | 'date' | 'tags' | 'mechanisms' | 'at'>

export const NO_FACTS: Facts = {
  about: '',
  timeline: '',
  severity: null,
  services: [],
  date: null,
  tags: [],
  mechanisms: [],
  at: null,
}

export const incidentParts = {
  team: true,
  services: { include: { service: true } },
  locations: true,
  factors: { orderBy: { position: 'asc' } },
  timeline: { orderBy: [{ at: 'asc' }, { position: 'asc' }] },
} as const satisfies Prisma.IncidentInclude

type IncidentRow = Prisma.IncidentGetPayload<{ include: typeof incidentParts }>

export function factsOf({ services, occurredAt, ...row }: IncidentRow): Facts {
  return facts({ ...row, services: services.map(({ service }) => service), occurredAt: occurredAt.toISOString() })
}

/** What readers of a published postmortem see stands in its revision, whatever became of the incident since. */
export const frozenFacts = (incident: IncidentOut | null): Facts => (incident ? facts(incident) : NO_FACTS)

type Told = Pick<IncidentRow, 'mechanisms' | 'journeys' | 'severity'> & {
  services: { slug: string; name: string }[]
  locations: { name: string }[]
  factors: { text: string }[]
  timeline: { text: string }[]
  occurredAt: string
}

function facts({ services, mechanisms, timeline, severity, occurredAt, locations, factors, journeys }: Told): Facts {
  const where = [...services, ...locations].map(({ name }) => name)
  return {
    about: [...where, ...journeys, ...mechanisms.map(mechanismWords), ...factors.map(({ text }) => text)].join(' '),
    timeline: timeline.map(({ text }) => plainText(text)).join('\n'),
    severity,
    services: services.map(({ name }) => name),
    date: occurredAt,
    mechanisms,
    at: new Date(occurredAt),
    tags: [
      tagOf('severity', severity),
      tagOf('year', occurredAt.slice(0, 4)),
      ...services.map(({ slug }) => tagOf('service', slug)),
      ...mechanisms.map((code) => tagOf('mechanism', code)),
    ],
  }
}

/** What a mechanism means is how somebody would ask for it. */
export function mechanismWords(code: string): string {
  const mechanism = findMechanism(code)
  return mechanism ? `${mechanism.name}. ${mechanism.definition}` : code
}
