import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { type Origin, type Template, TemplateContent } from './schema.ts'
import { isShipped, shippedTemplate, shippedTemplates, shippedVersion } from './shipped.ts'

type Db = Work['db']

/** What can be chosen to begin with: each in the version that is in force, without those that were set aside. */
export async function listTemplates(work: Work): Promise<Template[]> {
  const all = await listAllTemplates(work)
  return all.filter(({ active, template }) => active && template.kind === 'postmortem').map(({ template }) => template)
}

/** `update`: a newer shipped version than the one the organisation's own was written with. */
export type InForce = { template: Template; active: boolean; update: number | null }

/** Every template there is, also those set aside and those that are no postmortem. Shipped ones stand first. */
export async function listAllTemplates({ db }: Work): Promise<InForce[]> {
  const [newest, aside] = await Promise.all([newestVersions(db), db.templateDeactivation.findMany({ take: 500 })])
  const inactive = new Set(aside.map(({ key }) => key))
  const own = [...newest.values()].filter(({ key }) => !isShipped(key)).sort((a, b) => (a.key < b.key ? -1 : 1))
  const keys = [...shippedTemplates().map(({ key }) => key), ...own.map(({ key }) => key)]
  return keys.map((key) => {
    const row = newest.get(key)
    return {
      template: row?.content ? presentVersion(row) : shippedTemplate(key),
      active: !inactive.has(key),
      update: row?.content ? updateFor(key, row.basedOn) : null,
    }
  })
}

/** The version that counts now, or null when there is no template of that name. */
export async function templateInForce({ db }: Work, key: string): Promise<Template | null> {
  const row = await db.templateVersion.findFirst({ where: { key }, orderBy: { version: 'desc' } })
  if (row?.content) return presentVersion(row)
  return isShipped(key) ? shippedTemplate(key) : null
}

/** The shipped version that came after the one somebody looked at. */
export function updateFor(key: string, basedOn: number | null): number | null {
  if (!isShipped(key) || basedOn === null) return null
  const { version } = shippedTemplate(key)
  return version > basedOn ? version : null
}

export async function getTemplate(work: Work, key: string): Promise<Template> {
  return (await templateInForce(work, key)) ?? refuse(notFound)
}

type Pinned = { template: string; templateVersion: number; templateOrigin: Origin }

/**
 * The version a document began with. When a release that knew it was replaced by one that does not, the questions in
 * force stand in: prompts help, and nothing of the text hangs on them.
 */
export async function pinnedTemplate(work: Work, { template, ...pinned }: Pinned): Promise<Template> {
  const found =
    pinned.templateOrigin === 'shipped'
      ? shippedVersion(template, pinned.templateVersion)
      : await organizationVersion(work, template, pinned.templateVersion)
  return found ?? (await templateInForce(work, template)) ?? shippedTemplate('classic')
}

async function organizationVersion({ db }: Work, key: string, version: number): Promise<Template | null> {
  const row = await db.templateVersion.findUnique({ where: { key_version: { key, version } } })
  return row?.content ? presentVersion(row) : null
}

/** By key, of those the actor may see: how much hangs on a template. */
export async function countUses({ db }: Work): Promise<Map<string, number>> {
  const rows = await db.postmortem.groupBy({ by: ['template'], _count: { _all: true } })
  return new Map(rows.map(({ template, _count }) => [template, _count._all]))
}

/** One version as it was, shipped or the organisation's own. */
export async function getVersion(
  work: Work,
  { key, origin, version }: { key: string; origin: Origin; version: number },
): Promise<Template> {
  const found = origin === 'shipped' ? shippedVersion(key, version) : await organizationVersion(work, key, version)
  return found ?? refuse(notFound)
}

/** What the organisation decided about one template, newest first: versions of its own, and returns to the shipped one. */
export async function listVersions({ db }: Work, key: string) {
  return db.templateVersion.findMany({ where: { key }, orderBy: { version: 'desc' }, take: 100 })
}

export async function deactivationOf({ db }: Work, key: string) {
  return db.templateDeactivation.findUnique({ where: { key } })
}

async function newestVersions(db: Db) {
  const rows = await db.templateVersion.findMany({ distinct: ['key'], orderBy: [{ key: 'asc' }, { version: 'desc' }] })
  return new Map(rows.map((row) => [row.key, row]))
}

type Row = { key: string; version: number; content: unknown }

const presentVersion = ({ key, version, content }: Row): Template => ({
  ...TemplateContent.parse(content),
  key,
  version,
  origin: 'organization',
})
