import type { Actor } from '#lib/actor.ts'
import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { Prisma } from '#prisma/client/client.ts'
import type { PostmortemState, Visibility } from '#prisma/client/enums.ts'
import { type Locked, readUpdate, type Update } from './model.ts'

/** As many at once as an editor catches up in one message. */
const CATCH_UP_MAX = 5_000

/** The updates that led from one version to another, in order; undefined when they are no longer kept. */
export async function updatesBetween(
  { db }: Pick<Work, 'db'>,
  { postmortemId, key, after, upTo }: { postmortemId: string; key: string; after: number; upTo: number },
): Promise<Update[] | undefined> {
  if (after > upTo || upTo - after > CATCH_UP_MAX) return undefined
  if (after === upTo) return []
  const rows = await db.sectionUpdate.findMany({
    where: { postmortemId, key, version: { gt: after, lte: upTo } },
    orderBy: { version: 'asc' },
    select: { client: true, changes: true },
  })
  return rows.length === upTo - after ? rows.map(readUpdate) : undefined
}

/** What came after a version, in order; undefined when the first of it is no longer kept. */
export async function updatesAfter(
  { db }: Pick<Work, 'db'>,
  { postmortemId, key, after }: { postmortemId: string; key: string; after: number },
): Promise<Update[] | undefined> {
  const rows = await db.sectionUpdate.findMany({
    where: { postmortemId, key, version: { gt: after } },
    orderBy: { version: 'asc' },
    take: CATCH_UP_MAX,
    select: { version: true, client: true, changes: true },
  })
  return rows.length === 0 || rows[0]?.version === after + 1 ? rows.map(readUpdate) : undefined
}

/** The text as it stands, with the version it has. */
export async function getSection(
  { db }: Pick<Work, 'db'>,
  { postmortemId, key }: { postmortemId: string; key: string },
) {
  const where = { postmortemId_key: { postmortemId, key } }
  return (await db.section.findUnique({ where, select: { body: true, version: true } })) ?? refuse(notFound)
}

export async function getWorkingTitle({ db }: Pick<Work, 'db'>, postmortemId: string): Promise<string | undefined> {
  const row = await db.postmortem.findUnique({ where: { id: postmortemId }, select: { workingTitle: true } })
  return row?.workingTitle
}

export async function listSections({ db }: Pick<Work, 'db'>, postmortemId: string) {
  return db.section.findMany({
    where: { postmortemId },
    orderBy: { position: 'asc' },
    select: { key: true, heading: true, version: true },
  })
}

type Row = Omit<PolicyFacts, 'grants'> & { grantedIds: string[] }
type PolicyFacts = {
  id: string
  number: number
  visibility: Visibility
  teamId: string
  leadId: string
  state: PostmortemState
  grants: { personId: string }[]
  reviewerIds: string[]
}
export type Document = PolicyFacts

export async function getDocument({ db, actor }: Pick<Work, 'db' | 'actor'>, number: number): Promise<Document> {
  const [row] = await db.$queryRaw<Row[]>`select ${factsFor(actor)} from "Postmortem" p where p."number" = ${number}`
  return row ? documentOf(row) : refuse(notFound)
}

/** One section, and what its document says about who may write in it. Whoever holds this row decides what comes next in it. */
export async function lockInDocument(
  { db, actor }: Pick<Work, 'db' | 'actor'>,
  { number, key }: { number: number; key: string },
): Promise<{ document: Document; section: Locked } | undefined> {
  const [row] = await db.$queryRaw<(Row & Locked)[]>`
    select ${factsFor(actor)}, s."postmortemId", s."key", s."version", s."body"
      from "Postmortem" p join "Section" s on s."postmortemId" = p."id"
     where p."number" = ${number} and s."key" = ${key} for update of s`
  if (!row) return undefined
  const { postmortemId, key: _, version, body, ...facts } = row
  return { document: documentOf(facts), section: { postmortemId, key, version, body } }
}

/** What `can` looks at, in one statement: it is asked at every push. */
function factsFor(actor: Actor) {
  const me = actor.kind === 'person' ? actor.personId : null
  return Prisma.sql`
    p."id", p."number", p."visibility"::text, p."teamId", p."leadId", p."state"::text,
    array(select g."personId" from "Grant" g where g."postmortemId" = p."id" and g."personId" = ${me}::uuid) as "grantedIds",
    array(select a."personId" from "Review" r join "Reviewer" a on a."reviewId" = r."id"
           where r."postmortemId" = p."id" and a."personId" = ${me}::uuid) as "reviewerIds"`
}

const documentOf = ({ grantedIds, ...facts }: Row): Document => ({
  ...facts,
  grants: grantedIds.map((personId) => ({ personId })),
})
