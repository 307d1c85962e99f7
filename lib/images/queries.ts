import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { mentionedImages, type OwnImage } from '#lib/markdown/own-images.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { IMAGES_MAX, imageName } from './model.ts'
import type { ImageInput, ImageOut, ListImagesInput } from './schema.ts'

/** Everything but the bytes, which are asked for one at a time. */
const described = {
  id: true,
  type: true,
  width: true,
  height: true,
  sizeBytes: true,
  sha256: true,
  addedAt: true,
} satisfies Prisma.ImageSelect
type Described = Prisma.ImageGetPayload<{ select: typeof described }>

/** In the order they were added. Row-level security leaves them to the readers of the postmortem. */
export async function listImages(
  work: Work,
  { number, cursor, limit }: z.output<typeof ListImagesInput>,
): Promise<Page<ImageOut>> {
  const { id: postmortemId } = await loadForPolicy(work, number)
  const after = decodeCursor(cursor, z.iso.datetime(), z.guid())
  const rows = await work.db.image.findMany({
    where: {
      postmortemId,
      ...(after && { OR: [{ addedAt: { gt: after[0] } }, { addedAt: after[0], id: { gt: after[1] } }] }),
    },
    select: described,
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ addedAt, id }) => [addedAt.toISOString(), id])
  return { items: items.map(presentImage), nextCursor }
}

/** Missing and closed to this actor are the same. */
export async function getImage({ db }: Work, { number, image: id }: z.output<typeof ImageInput>) {
  const row = await db.image.findFirst({
    where: { id, postmortem: { number } },
    select: { ...described, bytes: true },
  })
  return row ?? refuse(notFound)
}

export async function findImage({ db }: Work, postmortemId: string, id: string): Promise<ImageOut | null> {
  const row = await db.image.findUnique({ where: { postmortemId_id: { postmortemId, id } }, select: described })
  return row && presentImage(row)
}

/** As an export names them, in one order everywhere. */
export async function imagesById({ db }: Work, postmortemId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { addedAt: _, ...select } = described
  return db.image.findMany({ where: { postmortemId, id: { in: [...new Set(ids)] } }, select, orderBy: { id: 'asc' } })
}

/** What a page needs to show the pictures that these texts mention; texts without any cost nothing. */
export async function imagesIn({ db }: Work, number: number, texts: readonly string[]): Promise<OwnImage[]> {
  const ids = [...new Set(texts.flatMap(mentionedImages))]
  if (ids.length === 0) return []
  const rows = await db.image.findMany({
    where: { postmortem: { number }, id: { in: ids.slice(0, IMAGES_MAX * 2) } },
    select: { id: true, width: true, height: true },
  })
  return rows.map(({ id, ...size }) => ({ id, src: `/postmortems/${number}/images/${id}`, ...size }))
}

function presentImage({ addedAt, ...row }: Described): ImageOut {
  return { ...row, addedAt: addedAt.toISOString(), name: imageName(row) }
}
