import { createHash } from 'node:crypto'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { lockPostmortem } from '#lib/postmortems/queries.ts'
import { conflict, refuse } from '#lib/problem.ts'
import { IMAGES_MAX } from './model.ts'
import { findImage } from './queries.ts'
import { AddImageInput, ImageOut } from './schema.ts'

export const addImage = command({
  name: 'postmortem.add_image',
  summary: 'Keeps a picture with a postmortem, so that its text can show it.',
  scope: 'postmortems:write',
  input: AddImageInput,
  output: ImageOut,
  subject: (work, { number }) => lockPostmortem(work, number),
  may: (actor, postmortem) => can(actor, 'edit', 'postmortem', postmortem),
  async run(work, { input: { picture }, subject: { id: postmortemId } }) {
    const { db, now, actor } = work
    const { bytes, ...seen } = picture
    const hash = createHash('sha256').update(bytes).digest()
    const id = idOf(hash)
    const events = [happened('postmortem.image_added', postmortemId, { image: id, sizeBytes: bytes.length })] as const
    const known = await findImage(work, postmortemId, id)
    if (known) return { value: known, events }
    if ((await db.image.count({ where: { postmortemId } })) >= IMAGES_MAX)
      refuse(conflict(`A postmortem can hold ${IMAGES_MAX} pictures, and this one does. Link to the others instead.`))
    const addedById = actor.kind === 'person' ? actor.personId : null
    const row = { ...seen, sizeBytes: bytes.length, sha256: hash.toString('hex'), addedById, addedAt: now }
    await db.image.createMany({ data: { postmortemId, id, bytes: Uint8Array.from(bytes), ...row } })
    return { value: (await findImage(work, postmortemId, id)) ?? refuse({ kind: 'not_found' }), events }
  },
})

/** The hash as a UUID of version 8, which RFC 9562 leaves to such uses. */
function idOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
