import type { Db } from '#lib/context.ts'
import { tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

export async function serviceSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const rows = await db.service.findMany({ where: { id: { in: [...ids] } }, include: { team: true } })
  return rows.map(({ id, slug, name, description, team }) => ({
    ...plainSource,
    id,
    title: name,
    about: `${slug} ${team.name}`,
    url: urlOf.service(slug),
    passages: [{ where: null, text: plainText(description) }],
    tags: [tagOf('service', slug), tagOf('team', team.slug)],
  }))
}
