import type { Work } from '#lib/context.ts'
import { invalid, refuse } from '#lib/problem.ts'

/** For commands that name a team: the message belongs to the field that named it. */
export async function teamBySlug(
  { db }: Work,
  slug: string,
  field: string,
): Promise<{ id: string; name: string; zone: string }> {
  const team = await db.team.findUnique({ where: { slug }, select: { id: true, name: true, zone: true } })
  return team ?? refuse(invalid(field, `There is no team "${slug}".`))
}
