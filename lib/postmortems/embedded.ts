import { z } from 'zod'
import { commitments, priorities, progresses } from '#lib/action-items/vocabulary.ts'
import type { Work } from '#lib/context.ts'
import { Severity } from '#lib/incidents/schema.ts'
import { EMBEDS_MAX, type Embed, embedsIn } from '#lib/markdown/embeds.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { localFromDate } from '#lib/time.ts'
import type { RevisionContent } from './schema.ts'

const oneOf = <T extends object>(words: T) => z.enum(Object.keys(words) as [keyof T & string])

const Item = z.object({
  number: z.number(),
  title: z.string(),
  doneWhen: z.string(),
  priority: oneOf(priorities),
  team: z.string(),
  dueOn: z.string(),
  commitment: oneOf(commitments),
  progress: oneOf(progresses),
})
const Mechanism = z.object({ name: z.string(), definition: z.string() })
const Incident = z.object({
  number: z.number(),
  title: z.string(),
  severity: Severity,
  occurredAt: z.string(),
  zone: z.string(),
})

/** What a publication keeps. Stored for good, so fields are only ever added, and what cannot be read is looked up again. */
const Frozen = z.object({
  items: z.array(Item).optional().catch(undefined),
  mechanisms: z.record(z.string(), Mechanism).catch({}).default({}),
  incidents: z.record(z.string(), Incident).catch({}).default({}),
})
type Frozen = z.output<typeof Frozen>

export type EmbeddedItem = z.output<typeof Item>
/** What the embedded parts of a text show this reader. Null stands for what is not there, or not for them. */
export type Embedded = {
  items: EmbeddedItem[]
  mechanisms: Record<string, z.output<typeof Mechanism> | null>
  incidents: Record<string, z.output<typeof Incident> | null>
}

type Asked = { number: number; bodies: readonly string[]; published: boolean }

/** Undefined for a text that embeds nothing, which costs nothing. */
export async function embeddedIn(work: Work, { number, bodies, published }: Asked): Promise<Embedded | undefined> {
  const asked = bodies.flatMap(embedsIn)
  if (asked.length === 0) return undefined
  const frozen = published ? await frozenIn(work, number) : undefined
  // Whoever may not see an incident learns nothing of it, whatever was kept: the floor decides each time.
  const seen = await incidentsOf(work, asked)
  const incidents = codesOf(asked, 'incident').map((of) => [of, seen[of] ? (frozen?.incidents[of] ?? seen[of]) : null])
  return {
    incidents: Object.fromEntries(incidents),
    items: asks(asked, 'action-items') ? (frozen?.items ?? (await itemsOf(work, number))) : [],
    mechanisms: { ...mechanismsOf(asked), ...frozen?.mechanisms },
  }
}

/** What the embedded parts of a text show now, as far as everybody who reads the document may see it. */
export async function embedsToKeep(
  work: Work,
  { number, sections }: { number: number; sections: RevisionContent['sections'] },
): Promise<object> {
  const asked = sections.flatMap(({ body }) => embedsIn(body))
  if (asked.length === 0) return {}
  return {
    mechanisms: Object.fromEntries(
      Object.entries(mechanismsOf(asked)).flatMap(([code, known]) => (known ? [[code, known]] : [])),
    ),
    // One that is not open to the whole company stays a question asked for each reader.
    incidents: await incidentsOf(work, asked, { visibility: 'company' }),
    ...(asks(asked, 'action-items') && { items: await itemsOf(work, number) }),
  } satisfies Partial<Frozen>
}

async function frozenIn({ db }: Work, number: number): Promise<Frozen | undefined> {
  const latest = await db.publication.findFirst({
    where: { postmortem: { number } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { embeds: true },
  })
  return latest ? Frozen.parse(latest.embeds) : undefined
}

const asks = (asked: readonly Embed[], kind: Embed['kind']) => asked.some((embed) => embed.kind === kind)
const codesOf = (asked: readonly Embed[], kind: Embed['kind']) =>
  [...new Set(asked.filter((embed) => embed.kind === kind).map(({ of }) => of))].slice(0, EMBEDS_MAX)

const mechanismsOf = (asked: readonly Embed[]): Embedded['mechanisms'] =>
  Object.fromEntries(
    codesOf(asked, 'mechanism').map((code) => {
      const known = findMechanism(code)
      return [code, known ? { name: known.name, definition: known.definition } : null]
    }),
  )

async function incidentsOf(
  { db }: Work,
  asked: readonly Embed[],
  and: { visibility?: 'company' } = {},
): Promise<Frozen['incidents']> {
  const numbers = codesOf(asked, 'incident').map(Number)
  if (numbers.length === 0) return {}
  const rows = await db.incident.findMany({
    where: { number: { in: numbers }, ...and },
    select: { number: true, title: true, severity: true, occurredAt: true, zone: true },
  })
  return Object.fromEntries(rows.map((row) => [row.number, { ...row, occurredAt: row.occurredAt.toISOString() }]))
}

/** A document's own items are seen by its readers, all of them. */
async function itemsOf({ db }: Work, number: number): Promise<EmbeddedItem[]> {
  const rows = await db.actionItem.findMany({
    where: { postmortem: { number } },
    select: {
      number: true,
      title: true,
      doneWhen: true,
      priority: true,
      dueOn: true,
      commitment: true,
      progress: true,
      team: { select: { name: true } },
    },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
    take: 100,
  })
  return rows.map(({ team, dueOn, ...row }) => ({ ...row, team: team.name, dueOn: localFromDate(dueOn) }))
}
