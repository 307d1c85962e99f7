import { presentIncident, whole as wholeIncident } from '#lib/incidents/present.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { type PostmortemListed, type PostmortemOut, RevisionContent } from './schema.ts'

const person = { select: { id: true, name: true } } as const

export const listed = {
  team: true,
  lead: person,
  incident: { include: { services: { include: { service: true } } } },
} satisfies Prisma.PostmortemInclude

export const whole = {
  ...listed,
  incident: { include: wholeIncident },
  sections: { orderBy: { position: 'asc' } },
  reviews: {
    include: {
      revision: { select: { ordinal: true } },
      reviewers: { include: { person } },
      decisions: { include: { person }, orderBy: { decidedAt: 'asc' } },
    },
    orderBy: { requestedAt: 'desc' },
  },
  publications: { include: { revision: true, retraction: true }, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.PostmortemInclude

type Listed = Prisma.PostmortemGetPayload<{ include: typeof listed }>
type Whole = Prisma.PostmortemGetPayload<{ include: typeof whole }>

export function presentListed(row: Listed): PostmortemListed {
  const { number, title, state, visibility, template, team, lead, incident } = row
  return {
    ...{ number, title, state, visibility, template, lead },
    team: { slug: team.slug, name: team.name },
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    incident: incident && {
      number: incident.number,
      severity: incident.severity,
      occurredAt: incident.occurredAt.toISOString(),
      services: incident.services.map(({ service }) => ({ slug: service.slug, name: service.name })),
    },
  }
}

export function presentPostmortem(row: Whole): PostmortemOut {
  const [latest] = row.publications
  const frozen = latest && row.state === 'published' ? RevisionContent.parse(latest.revision.content) : null
  const working = row.publishedAt === null
  return {
    ...presentListed(row),
    title: frozen?.title ?? row.title,
    externalId: row.externalId,
    restrictedReason: row.restrictedReason,
    templateVersion: row.templateVersion,
    updatedAt: row.updatedAt.toISOString(),
    text: frozen ? 'published' : working ? 'working' : null,
    sections: frozen
      ? frozen.sections.map((section) => ({ ...section, version: null }))
      : working
        ? row.sections.map(({ key, heading, body, version }) => ({ key, heading, body, version }))
        : [],
    facts: frozen ? frozen.incident : working && row.incident ? presentIncident(row.incident) : null,
    reviews: row.reviews.map(presentReview),
    publications: row.publications.map(({ revision, publishedAt, note, retraction }) => ({
      revision: revision.ordinal,
      publishedAt: publishedAt.toISOString(),
      note,
      retraction: retraction && { retractedAt: retraction.retractedAt.toISOString(), reason: retraction.reason },
    })),
  }
}

function presentReview({
  requestedAt,
  revision,
  reviewers,
  decisions,
}: Whole['reviews'][number]): PostmortemOut['reviews'][number] {
  return {
    requestedAt: requestedAt.toISOString(),
    revision: revision.ordinal,
    reviewers: reviewers.map(({ person }) => person),
    decisions: decisions.map(({ person, verdict, note, decidedAt }) => ({
      person,
      verdict,
      note,
      decidedAt: decidedAt.toISOString(),
    })),
  }
}
