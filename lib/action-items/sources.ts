import type { Work } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { invalid, refuse } from '#lib/problem.ts'

type From = { risk?: number | undefined; finding?: string | undefined; target?: string | undefined }

/** Besides incidents: the entry of the register, the finding of an exercise or the exposed service it answers. */
export async function linkSource({ db, now }: Work, actionItemId: string, from: From): Promise<void> {
  const row = { id: newId(now), actionItemId }
  const select = { select: { id: true } } as const
  if (from.risk) {
    const risk = await db.risk.findUnique({ where: { number: from.risk }, ...select })
    if (!risk) return refuse(invalid('risk', 'Choose an entry that is in the register.'))
    await db.itemSource.createMany({ data: { ...row, riskId: risk.id } })
  } else if (from.finding) {
    const finding = await db.finding.findUnique({ where: { id: from.finding }, ...select })
    if (!finding) return refuse(invalid('finding', 'Choose a finding that is there.'))
    await db.itemSource.createMany({ data: { ...row, findingId: finding.id } })
  } else if (from.target) {
    const target = await db.sweepTarget.findUnique({ where: { id: from.target }, ...select })
    if (!target) return refuse(invalid('target', 'Choose a service that was asked.'))
    await db.itemSource.createMany({ data: { ...row, targetId: target.id } })
  }
}
