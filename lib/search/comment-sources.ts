import type { Db } from '#lib/context.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { personTag, tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

const include = {
  resolution: true,
  comments: {
    orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    include: { wordings: { orderBy: { ordinal: 'desc' }, take: 1 } },
  },
  postmortem: { include: { team: true, sections: { select: { key: true, heading: true } } } },
} as const satisfies Prisma.ThreadInclude

/** A thread is found as a whole, by the words it has now. */
export async function commentSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const rows = await db.thread.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map(({ id, comments, postmortem, resolution, sectionKey, quote, replacement, startedAt }) => {
    const where = postmortem.sections.find(({ key }) => key === sectionKey)?.heading ?? null
    const said = comments.flatMap(({ wordings: [latest] }) => latest?.text ?? [])
    const texts = [...said.map(plainText), ...(replacement ? [replacement] : []), ...(quote ? [quote] : [])]
    return {
      ...plainSource,
      id,
      title: postmortem.title,
      number: postmortem.number,
      passages: texts.map((text) => ({ where, text })),
      url: urlOf.comment(postmortem.number),
      date: startedAt.toISOString(),
      state: resolution ? 'closed' : 'open',
      // After publication only those who amend it read the talk.
      open: postmortem.visibility !== 'restricted' && postmortem.publishedAt === null,
      tags: [
        tagOf('team', postmortem.team.slug),
        tagOf('is', resolution ? 'closed' : 'open'),
        tagOf('year', startedAt.toISOString().slice(0, 4)),
        ...comments.map(({ personId }) => personTag(personId)),
      ],
      at: startedAt,
      recency: startedAt,
    }
  })
}
