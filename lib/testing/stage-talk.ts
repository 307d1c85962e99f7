import { createHash } from 'node:crypto'
import { newId } from '#lib/ids.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { png } from './pictures.ts'
import type { Hanging } from './stage-reviews.ts'
import { NOW, type World } from './world.ts'

type Staged = { id: string; hanging: Hanging }

/** At every postmortem an open thread with a comment of tom, a suggestion of tom that was declined, and a picture. */
export async function stageTalk(
  db: Prisma.TransactionClient,
  { personIds: { tom } }: World,
  staged: readonly Staged[],
): Promise<void> {
  const place = { sectionKey: 'summary', version: 0, from: 0, to: 5, quote: 'Words', startedAt: NOW }
  await db.thread.createMany({
    data: staged.flatMap(({ id, hanging: { threadId, suggestionId } }) => [
      { id: threadId, postmortemId: id, ...place },
      { id: suggestionId, postmortemId: id, ...place, replacement: 'Text' },
    ]),
  })
  const comments = staged.flatMap(({ hanging: { threadId, commentId, suggestionId } }) => [
    { id: commentId, threadId, personId: tom, writtenAt: NOW },
    { id: newId(NOW), threadId: suggestionId, personId: tom, writtenAt: NOW },
  ])
  await db.comment.createMany({ data: comments })
  await db.commentWording.createMany({
    data: comments.map(({ id }) => ({ commentId: id, ordinal: 1, text: 'Since when?', writtenAt: NOW })),
  })
  const bytes = Uint8Array.from(png({ telling: false }))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const image = { type: 'png', width: 4, height: 3, bytes, sizeBytes: bytes.length, sha256, addedAt: NOW } as const
  await db.image.createMany({ data: staged.map(({ id }) => ({ postmortemId: id, id: newId(NOW), ...image })) })
  await db.resolution.createMany({
    data: staged.map(({ hanging: { suggestionId } }) => ({
      ...{ threadId: suggestionId, outcome: 'declined' as const, resolvedAt: NOW },
    })),
  })
}
