import { newId } from '#lib/ids.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { NOW } from './world.ts'

/** Where a text comes from: its template, the file it was read from, and how its sections came to be. */
export async function stageOrigins(db: Prisma.TransactionClient, staged: readonly { id: string }[]): Promise<void> {
  const sections = await db.section.findMany({
    where: { postmortemId: { in: staged.map(({ id }) => id) } },
    select: { postmortemId: true, key: true },
  })
  await db.sectionUpdate.createMany({
    data: sections.map((section) => ({ ...section, version: 1, client: 'staged', changes: [6], at: NOW })),
  })
  await db.import.createMany({
    data: staged.map(({ id }) => ({
      ...{ postmortemId: id, file: 'staged.md', digest: '0'.repeat(64), extra: {}, importedAt: NOW },
    })),
  })
  const templateId = newId(NOW)
  await db.templateVersion.create({ data: { id: templateId, key: 'staged', version: 1, createdAt: NOW } })
  await db.templateDeactivation.create({ data: { key: 'staged', deactivatedAt: NOW } })
  await db.event.create({
    data: {
      ...{ id: newId(NOW), at: NOW, name: 'template.created', actorKind: 'system', requestId: 'test', data: {} },
      ...{ subjectKind: 'template', subjectId: templateId },
    },
  })
}
