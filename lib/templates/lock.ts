import { createHash } from 'node:crypto'
import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { templateInForce } from './queries.ts'
import type { Template } from './schema.ts'

export type LockedTemplate = { key: string; id: string; template: Template; newest: number; active: boolean }

/** A shipped template has no row to lock, so its name is locked until the transaction ends. */
export async function lockTemplate(work: Work, key: string): Promise<LockedTemplate> {
  const { db } = work
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`template ${key}`}, 0))::text`
  const template = (await templateInForce(work, key)) ?? refuse(notFound)
  const newest = await db.templateVersion.findFirst({
    where: { key },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  const aside = await db.templateDeactivation.findUnique({ where: { key } })
  return { key, id: templateId(key), template, newest: newest?.version ?? 0, active: aside === null }
}

/** The log knows its subjects by uuid. A template's is made from its key, so that shipped ones have one too. */
export function templateId(key: string): string {
  const hex = createHash('sha256').update(`firebreak template ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
