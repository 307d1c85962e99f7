import type { Work } from '#lib/context.ts'
import { newId, slugOf } from '#lib/ids.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { GuideSummary } from './model.ts'
import { findGuide, listGuides } from './queries.ts'

export type OwnerTeam = { id: string; slug: string; name: string; zone: string }

/** A file names its owner in words; the team is the one whose address those words make. There may be none. */
export async function ownerTeam({ db }: Pick<Work, 'db'>, owner: string): Promise<OwnerTeam | null> {
  return db.team.findUnique({
    where: { slug: slugOf(owner) },
    select: { id: true, slug: true, name: true, zone: true },
  })
}

/** The guides a team answers for. */
export const guidesOf = async (team: string): Promise<GuideSummary[]> =>
  (await listGuides()).filter(({ owner }) => slugOf(owner) === team)

/** Who is told what waits for an answer: those who edit for its team; where there is no such team, program managers. */
export async function answerers({ db }: Pick<Work, 'db'>, teamId: string | undefined): Promise<string[]> {
  const rows = await db.person.findMany({
    where: {
      deactivatedAt: null,
      ...(teamId
        ? { memberships: { some: { teamId, role: { in: ['owner', 'editor'] } } } }
        : { role: 'program_manager' }),
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** What people say hangs on a row of its own, which is made with the first word and locked until the transaction ends. */
export async function lockGuide({ db, now }: Work, slug: string) {
  const { title, owner } = (await findGuide(slug)) ?? refuse(notFound)
  // No RETURNING: whoever may not see the row is told the same as if there were none.
  await db.guide.createMany({ data: { id: newId(now), slug, title, createdAt: now }, skipDuplicates: true })
  const [row] = await db.$queryRaw<{ id: string; title: string }[]>`
    select "id", "title" from "Guide" where "slug" = ${slug} for update`
  if (!row) return refuse(notFound)
  if (row.title !== title) await db.guide.updateMany({ where: { id: row.id }, data: { title } })
  const team = await ownerTeam({ db }, owner)
  return { id: row.id, slug, title, zone: team?.zone ?? 'UTC', ...(team && { teamId: team.id }) }
}
