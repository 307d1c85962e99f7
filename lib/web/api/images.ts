import { z } from 'zod'
import type { Context } from '#lib/context.ts'
import { read } from '#lib/context.ts'
import { addImage } from '#lib/images/add.ts'
import { IMAGE_MAX, imageTypes } from '#lib/images/model.ts'
import { getImage, listImages } from '#lib/images/queries.ts'
import { readPicture } from '#lib/images/read.ts'
import { ImageInput, ImageOut, ListImagesInput } from '#lib/images/schema.ts'
import { bytesFrom } from '#lib/imports/stream.ts'
import { can } from '#lib/policy/can.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'
import { refuse } from '#lib/problem.ts'
import { answer } from '../answer.ts'
import { list } from '../operation.ts'
import { route } from '../routes.ts'
import { disposition, stream } from '../stream.ts'

const media = Object.values(imageTypes).map(({ media }) => media)
const Of = ListImagesInput.pick({ number: true })

export const images = route('/postmortems/{number}/images', {
  GET: list({
    name: 'postmortem.list_images',
    summary: 'Lists the pictures kept with a postmortem, without their bytes.',
    scope: 'postmortems:read',
    input: ListImagesInput,
    item: ImageOut,
    run: listImages,
  }),
  POST: stream({
    name: 'postmortem.add_image',
    summary:
      'Keeps a picture, sent as it is, with a postmortem. What its file tells about place, time and maker is taken out.',
    scope: 'postmortems:write',
    input: Of,
    output: ImageOut,
    media: ['application/json'],
    accepts: [...media, 'application/octet-stream'],
    anyType: true,
    async run(context, { number }, request) {
      await mayAdd(context, number)
      // The declared length is only believed when it is too much.
      const declared = Number(request.headers.get('content-length'))
      const bytes = declared > IMAGE_MAX || !request.body ? null : await bytesFrom(request.body, IMAGE_MAX)
      if (!bytes) return { kind: 'too_large', message: 'A picture can have at most 5 MB, and needs a body.' }
      const seen = readPicture(bytes)
      if ('problem' in seen) return { kind: 'unsupported', message: seen.problem }
      const raw = { number, picture: bytes }
      const added = await answer(context, { command: addImage, raw, key: null, route: '', shownOnce: false })
      if (!added.ok) return refuse(added.problem)
      const location = `/api/v1/postmortems/${number}/images/${added.value.id}`
      return {
        status: 201,
        body: JSON.stringify(added.value),
        headers: { 'content-type': 'application/json', location },
      }
    },
  }),
})

export const image = route('/postmortems/{number}/images/{image}', {
  GET: stream({
    name: 'postmortem.get_image',
    summary: 'Gives one picture as a file.',
    scope: 'postmortems:read',
    input: ImageInput,
    output: z.string(),
    media,
    async run(context, input) {
      const { id, type, bytes } = await read(context, (work) => getImage(work, input))
      const { media, ending } = imageTypes[type]
      return {
        body: bytes,
        headers: { 'content-type': media, 'content-disposition': disposition(`${id}.${ending}`) },
      }
    },
  }),
})

/** Before the body is read, so that nobody waits for an upload to hear it. */
async function mayAdd(context: Context, number: number): Promise<void> {
  const row = await read(context, (work) => loadForPolicy(work, number))
  const decision = can(context.actor, 'edit', 'postmortem', row)
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
}
