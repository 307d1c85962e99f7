import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addImage } from '#lib/images/add.ts'
import { IMAGE_MAX } from '#lib/images/model.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { chunk, png } from '#lib/testing/pictures.ts'
import { type World, world } from '#lib/testing/world.ts'
import { verifyBackup } from './verify.ts'
import { writeBackup } from './write.ts'

const database = await testDatabase()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'firebreak-pictures-'))
let w: World

beforeEach(async () => {
  await database.empty()
  w = await world(database)
  await w.done('max', draftPostmortem, { title: 'Open', template: 'classic', team: 'edge' })
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** As large as one may be, of points that no packing makes smaller. */
function large(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(2_230, 0)
  header.writeUInt32BE(2_230, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const data = deflateSync(randomBytes(2_231 * 2_230), { level: 0 })
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

test('pictures come back from a backup byte for byte, the largest as well', { timeout: 120_000 }, async () => {
  const pictures = [png(), png({ shade: 1 }), large()]
  for (const picture of pictures) {
    expect(picture.length).toBeLessThanOrEqual(IMAGE_MAX)
    await w.done('max', addImage, { number: 1, picture })
  }
  const file = path.join(folder, 'backup.gz')
  fs.mkdirSync(folder, { recursive: true })
  const sums = await database.database.withOwnerClient((client) => writeBackup(client, { file, now: new Date() }))
  expect(sums.Image?.rows).toBe(pictures.length)
  // Restoring compares every table with what was saved, and a check of the table every picture with its hash.
  expect((await verifyBackup(file)).sums.Image).toEqual(sums.Image)
})
