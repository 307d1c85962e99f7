import type { Prisma } from '#prisma/client/client.ts'
import type { Placed } from './places.ts'
import type { CommentOut, ThreadOut } from './schema.ts'

const person = { select: { id: true, name: true } } as const

export const wholeThread = {
  resolution: { include: { resolvedBy: person } },
  comments: {
    include: { person, wordings: { orderBy: { ordinal: 'asc' } } },
    orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ThreadInclude
export type WholeThread = Prisma.ThreadGetPayload<{ include: typeof wholeThread }>

export function presentThread(row: WholeThread, { place, gone }: Placed): ThreadOut {
  const { id, sectionKey, quote, replacement, startedAt, resolution, comments } = row
  return {
    id,
    section: sectionKey,
    quote,
    replacement,
    place,
    startedAt: startedAt.toISOString(),
    // Whoever accepted a suggestion took those words out, so nobody wonders where they went.
    gone: gone && resolution?.outcome !== 'accepted',
    state: resolution?.outcome ?? 'open',
    resolution: resolution && {
      person: resolution.resolvedBy,
      at: resolution.resolvedAt.toISOString(),
      note: resolution.note,
    },
    comments: comments.map(presentComment),
  }
}

function presentComment({ id, person, writtenAt, wordings }: WholeThread['comments'][number]): CommentOut {
  const newest = wordings.at(-1)
  const edited = wordings.length > 1 && newest ? newest.writtenAt.toISOString() : null
  const text = newest?.text ?? null
  const earlier = text === null ? [] : wordings.slice(0, -1)
  return {
    id,
    person,
    text,
    writtenAt: writtenAt.toISOString(),
    editedAt: edited,
    earlier: earlier.flatMap(({ text, writtenAt }) =>
      text === null ? [] : [{ text, writtenAt: writtenAt.toISOString() }],
    ),
  }
}
