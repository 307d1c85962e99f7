import type { Db } from '#lib/context.ts'
import { RevisionContent } from '#lib/postmortems/schema.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { type Facts, factsOf, frozenFacts, incidentParts, NO_FACTS } from './facts.ts'
import { personTag, RETRACTED, tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

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

/** Published ones as readers see them, drafts as they stand, and of what was taken back that it was. */
export async function postmortemSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const where = { id: { in: [...ids] }, OR: [{ publishedAt: null }, { state: 'published' as const }] }
  const rows = await db.postmortem.findMany({ where, include: postmortemParts })
  return [...rows.map(postmortem), ...(await retractedSources(db, ids))]
}

/** Its text is closed to readers, so its title and why it was taken back are all that finds it. */
async function retractedSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const rows = await db.postmortem.findMany({
    where: { id: { in: [...ids] }, state: 'retracted' },
    include: {
      team: true,
      publications: { include: { retraction: true }, orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: 1 },
    },
  })
  return rows.map(({ id, number, externalId, title, state, visibility, team, leadId, createdAt, publications }) => ({
    ...plainSource,
    id,
    number,
    externalId,
    title,
    state,
    about: team.name,
    recency: createdAt,
    url: urlOf.postmortem(number),
    open: visibility !== 'restricted',
    passages: [{ where: null, text: plainText(publications[0]?.retraction?.reason ?? '') }],
    tags: [tagOf('team', team.slug), RETRACTED, personTag(leadId)],
  }))
}

export async function incidentSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const rows = await db.incident.findMany({ where: { id: { in: [...ids] } }, include: incidentParts })
  return rows.map((row) => {
    const { id, number, externalId, title, visibility, team } = row
    const facts = factsOf(row)
    return {
      ...facts,
      id,
      number,
      externalId,
      title,
      state: null,
      incidentId: null,
      passages: [],
      url: urlOf.incident(number),
      open: visibility !== 'restricted',
      about: `${team.name} ${facts.about}`,
      tags: [
        ...facts.tags,
        tagOf('team', team.slug),
        tagOf('is', row.resolvedAt ? 'closed' : 'open'),
        ...(row.createdById ? [personTag(row.createdById)] : []),
      ],
      recency: row.occurredAt,
    }
  })
}

type PostmortemRow = Prisma.PostmortemGetPayload<{ include: typeof postmortemParts }>
type IncidentRow = NonNullable<PostmortemRow['incident']>

function postmortem(row: PostmortemRow): Source {
  const { id, number, externalId, visibility, state, incidentId, incident, team } = row
  const [latest] = row.publications
  const frozen = state === 'published' && latest ? RevisionContent.parse(latest.revision.content) : null
  const live = incident && opensTo(incident, row) ? factsOf(incident) : NO_FACTS
  const facts: Facts = frozen ? frozenFacts(frozen.incident) : live
  return {
    ...facts,
    id,
    number,
    externalId,
    state,
    incidentId,
    url: urlOf.postmortem(number),
    open: visibility !== 'restricted',
    title: frozen?.title ?? row.title,
    passages: (frozen?.sections ?? row.sections).map(({ heading, body }) => ({
      where: heading,
      text: plainText(body),
    })),
    about: `${team.name} ${facts.about}`,
    tags: [...facts.tags, tagOf('team', team.slug), tagOf('is', state), personTag(row.leadId)],
    recency: facts.at ?? row.createdAt,
  }
}

/** Whoever may read the postmortem may read the incident: else its words would be found by people it is hidden from. */
function opensTo(incident: IncidentRow, postmortem: PostmortemRow): boolean {
  if (incident.visibility === 'company') return true
  return incident.visibility === 'team' && postmortem.visibility === 'team' && incident.teamId === postmortem.teamId
}
