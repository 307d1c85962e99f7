import { randomUUID } from 'node:crypto'
import { perform } from '#lib/command.ts'
import type { Db, Work } from '#lib/context.ts'
import { closeProposal } from './close-proposal.ts'
import { includes } from './patch.ts'
import { getGuideSource } from './queries.ts'

type AsOwner = { asOwner: <T>(run: (db: Db) => Promise<T>) => Promise<T> }

/** Guides change with the release: what a new one holds of the proposed changes is closed as merged. */
export async function noticeMerged({ asOwner }: AsOwner, now: Date): Promise<void> {
  await asOwner(async (db) => {
    const work: Work = { actor: { kind: 'system', reason: 'merged guides' }, now, requestId: randomUUID(), db }
    const open = await db.guideProposal.findMany({
      where: { closing: null },
      select: { number: true, patch: true, guide: { select: { slug: true } } },
    })
    for (const { number, patch, guide } of open) {
      const file = await getGuideSource(guide.slug)
      if (file && includes(file.source, patch))
        await perform(work, closeProposal, { guide: guide.slug, number, outcome: 'merged', reason: '' })
    }
  })
}
