import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { pinnedTemplate, templateInForce } from '#lib/templates/queries.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { type Due, dueOf } from './due.ts'
import { presentPostmortem, whole } from './present.ts'
import { textOf, withReviewers } from './queries.ts'
import { superseding, supersessionOf } from './supersession.ts'

const everything = { ...whole, ...superseding, grants: true } satisfies Prisma.PostmortemInclude

/**
 * All that its page is made of, for whoever may see it. What the reader may do is decided from `row` afterwards, so that
 * this is the same for everybody.
 */
export async function getReading(work: Work, number: number) {
  const found = await work.db.postmortem.findUnique({ where: { number }, include: everything })
  if (!found) return refuse(notFound)
  const row = withReviewers(found)
  return {
    row,
    postmortem: presentPostmortem(found, await textOf(work, found)),
    template: (await templateInForce(work, found.template))?.name ?? found.template,
    review: (await pinnedTemplate(work, found)).review,
    notices: { ...(await supersessionOf(work, found)), due: await dueUnlessPublished(work, found) },
  }
}

/** What was published once is due no more, and so is not asked about. */
async function dueUnlessPublished(work: Work, { number, publishedAt }: { number: number; publishedAt: Date | null }) {
  if (publishedAt !== null) return null
  const due: Due | undefined = (await dueOf(work, [number])).get(number)
  return due ?? null
}
