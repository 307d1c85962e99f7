import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { presentService } from './present.ts'
import type { ListServicesInput, ServiceOut } from './schema.ts'

export async function listServices(
  { db }: Work,
  { cursor, limit, team }: z.output<typeof ListServicesInput>,
): Promise<Page<ServiceOut>> {
  const after = decodeCursor(cursor, z.string())
  const rows = await db.service.findMany({
    where: { ...(team && { team: { slug: team } }), ...(after && { slug: { gt: after[0] } }) },
    include: { team: true },
    orderBy: { slug: 'asc' },
    take: limit + 1,
  })
  return pageOf(rows.map(presentService), limit, ({ slug }) => [slug])
}

export async function getService({ db }: Work, slug: string): Promise<ServiceOut> {
  const row = await db.service.findUnique({ where: { slug }, include: { team: true } })
  return row ? presentService(row) : refuse(notFound)
}

/** The row, locked until the transaction ends. */
export async function lockService({ db }: Work, slug: string) {
  const rows = await db.$queryRaw<
    { id: string; teamId: string; name: string }[]
  >`select "id", "teamId", "name" from "Service" where "slug" = ${slug} for update`
  return rows[0] ?? refuse(notFound)
}

/** For commands that name services: every slug must exist, and the message names the one that does not. */
export async function servicesBySlug(
  { db }: Work,
  slugs: readonly string[],
  field: string,
): Promise<Map<string, { id: string }>> {
  const rows = await db.service.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } })
  const found = new Map(rows.map(({ id, slug }) => [slug, { id }]))
  const missing = slugs.find((slug) => !found.has(slug))
  return missing === undefined ? found : refuse(invalid(field, `There is no service "${missing}".`))
}

/** For forms: what a native list can carry. */
export async function listServiceOptions({ db }: Work): Promise<{ slug: string; name: string }[]> {
  return db.service.findMany({ select: { slug: true, name: true }, orderBy: { name: 'asc' }, take: 200 })
}
