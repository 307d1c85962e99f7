import type { Work } from '#lib/context.ts'
import { sameText, workingContent } from './freeze.ts'
import type { LockedPostmortem } from './queries.ts'
import { RevisionContent } from './schema.ts'

/** Whether the working text is no longer what reviewers were shown. */
export async function changedSinceReview(
  work: Work,
  postmortem: LockedPostmortem,
  working?: RevisionContent,
): Promise<boolean> {
  const [review] = postmortem.reviews
  if (!review) return false
  const { content } = await work.db.revision.findUniqueOrThrow({ where: { id: review.revision.id } })
  return !sameText(working ?? (await workingContent(work, postmortem)), RevisionContent.parse(content))
}

/** Whether the working text is no longer what readers see. */
export async function changedSincePublication(work: Work, row: LockedPostmortem): Promise<boolean> {
  const published = await work.db.publication.findFirst({
    where: { postmortemId: row.id },
    include: { revision: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
  })
  return !published || !sameText(await workingContent(work, row), RevisionContent.parse(published.revision.content))
}
