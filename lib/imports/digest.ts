import { createHash } from 'node:crypto'
import { inKeyOrder } from '#lib/exports/key-order.ts'
import type { PostmortemDocument } from '#lib/exports/schema.ts'
import type { ImportDocument } from './schema.ts'

/** Of what a document says, however its file is called or laid out, and whether or not its pictures came along. */
export function digestOf({ file: _, origin: __, images: ___, ...document }: ImportDocument): string {
  return hash(document)
}

export const digestOfExported = ({ images: _, ...document }: PostmortemDocument): string => hash(document)

const hash = (document: object) =>
  createHash('sha256')
    .update(JSON.stringify(inKeyOrder(document)))
    .digest('hex')
