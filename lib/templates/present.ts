import type { Work } from '#lib/context.ts'
import { deactivationOf, getTemplate, listVersions, updateFor } from './queries.ts'
import type { TemplateOut } from './schema.ts'
import { shippedVersions } from './shipped.ts'

/** One template with everything that was decided about it, newest first, shipped versions last. */
export async function presentTemplate(work: Work, key: string): Promise<TemplateOut> {
  const template = await getTemplate(work, key)
  const rows = await listVersions(work, key)
  const shipped = shippedVersions(key)
  const [newest] = rows
  const release = shipped[0]?.version ?? null
  const basedOn = newest?.content ? newest.basedOn : null
  return {
    ...template,
    active: (await deactivationOf(work, key)) === null,
    shipped: release,
    basedOn,
    seen: newest?.version ?? 0,
    update: updateFor(key, basedOn),
    versions: [
      ...rows.map((row) => ({
        origin: 'organization' as const,
        version: row.version,
        basedOn: row.basedOn,
        note: row.note,
        createdAt: row.createdAt.toISOString(),
        own: row.content !== null,
      })),
      ...shipped.map(({ version }) => ({
        origin: 'shipped' as const,
        version,
        basedOn: null,
        note: '',
        createdAt: null,
        own: false,
      })),
    ],
  }
}
