import type { IncidentOut } from '#lib/incidents/schema.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { PostmortemListed, PostmortemOut, RevisionContent } from './schema.ts'

const person = { select: { id: true, name: true } } as const

export const listed = {
  team: true,
  lead: person,
  incident: { include: { services: { include: { service: true } } } },
} satisfies Prisma.PostmortemInclude

/** Everything about the document but its text, which is asked for apart: readers need one of two, never both. */
export const whole = {
  ...listed,
  reviews: {
    include: {
      revision: { select: { id: true, ordinal: true } },
      reviewers: { include: { person } },
      decisions: { include: { person }, orderBy: { decidedAt: 'asc' } },
    },
    orderBy: { requestedAt: 'desc' },
  },
  publications: {
    include: { revision: { select: { id: true, ordinal: true } }, retraction: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
  },
} satisfies Prisma.PostmortemInclude

/** What there is to read: the published revision, the text being worked on, or nothing after a retraction. */
export type Text =
  | { kind: 'published'; content: RevisionContent }
  | {
      kind: 'working'
      sections: { key: string; heading: string; body: string; version: number }[]
      facts: IncidentOut | null
    }
  | { kind: 'none' }

type Listed = Prisma.PostmortemGetPayload<{ include: typeof listed }>
export type Whole = Prisma.PostmortemGetPayload<{ include: typeof whole }>

export function presentListed(row: Listed): PostmortemListed {
  const { number, title, state, visibility, template, team, lead, incident } = row
  return {
    number,
    title,
    state,
    visibility,
    template,
    lead,
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

export function presentPostmortem(row: Whole, text: Text): PostmortemOut {
  return {
    ...presentListed(row),
    title: text.kind === 'published' ? text.content.title : row.title,
    externalId: row.externalId,
    restrictedReason: row.restrictedReason,
    templateVersion: row.templateVersion,
    updatedAt: row.updatedAt.toISOString(),
    text: text.kind === 'none' ? null : text.kind,
    sections: sectionsOf(text),
    facts: text.kind === 'published' ? text.content.incident : text.kind === 'working' ? text.facts : null,
    reviews: row.reviews.map(presentReview),
    publications: row.publications.map(({ revision, publishedAt, note, retraction }) => ({
      revision: revision.ordinal,
      publishedAt: publishedAt.toISOString(),
      note,
      retraction: retraction && { retractedAt: retraction.retractedAt.toISOString(), reason: retraction.reason },
    })),
  }
}

function sectionsOf(text: Text): PostmortemOut['sections'] {
  if (text.kind === 'published') return text.content.sections.map((section) => ({ ...section, version: null }))
  return text.kind === 'working'
    ? text.sections.map(({ key, heading, body, version }) => ({ key, heading, body, version }))
    : []
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
