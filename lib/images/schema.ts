import { z } from 'zod'
import { Id, PublicNumber } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'
import { imageTypes } from './model.ts'
import { readPicture } from './read.ts'

const Bytes = z.instanceof(Uint8Array).transform((given, context) => {
  const read = readPicture(Buffer.from(given.buffer, given.byteOffset, given.byteLength))
  if (!('problem' in read)) return read
  context.addIssue(read.problem)
  return z.NEVER
})

export const AddImageInput = z.strictObject({ number: PublicNumber, picture: Bytes })
export const ImageInput = z.strictObject({ number: PublicNumber, image: Id })
export const ListImagesInput = PageInput.extend({ number: PublicNumber })

export const ImageOut = z.strictObject({
  id: z.string(),
  type: z.enum(Object.keys(imageTypes) as [keyof typeof imageTypes]),
  width: z.number(),
  height: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
  addedAt: z.string(),
  /** How it stands in a text: `![What it shows](images/….png)`. */
  name: z.string(),
})
export type ImageOut = z.output<typeof ImageOut>
