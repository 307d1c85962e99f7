import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#lib/context.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { Refusal } from '#lib/problem.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { jpeg, png, SECRET } from '#lib/testing/pictures.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { addImage } from './add.ts'
import { IMAGES_MAX, UNUSED_DAYS } from './model.ts'
import { getImage, imagesIn, listImages } from './queries.ts'
import { removeUnusedImages } from './sweep.ts'

const database = await testDatabase()
let w: World
const DAY_MS = 24 * 60 * 60_000

beforeEach(async () => {
  await database.empty()
  w = await world(database)
  await w.done('max', draftPostmortem, { title: 'Open', template: 'classic', team: 'edge' })
  const restricted = { visibility: 'restricted', restrictedReason: 'security' } as const
  await w.done('max', draftPostmortem, { title: 'Closed', template: 'classic', team: 'edge', ...restricted })
})

const add = (name: Name, number: number, picture: Buffer = png()) => w.execute(name, addImage, { number, picture })
const added = async (number: number, picture?: Buffer) => {
  const outcome = await add('max', number, picture)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}
const bytesFor = (name: Name, number: number, image: string) =>
  read(w.contextOf(name), (work) => getImage(work, { number, image }))

describe('a picture', () => {
  test('is kept without what its file tells, and comes back to readers as it is', async () => {
    const { id, sha256, ...seen } = await added(1, jpeg({ width: 40, height: 30 }))
    expect(seen).toMatchObject({ type: 'jpeg', width: 40, height: 30, name: `images/${id}.jpg` })
    const kept = await bytesFor('vera', 1, id)
    expect(Buffer.from(kept.bytes).includes(SECRET)).toBe(false)
    expect(kept).toMatchObject({ sha256, sizeBytes: kept.bytes.length })
  })

  test('added twice is one, under the same name in every document and in every instance', async () => {
    const one = await added(1)
    expect(await added(1)).toEqual(one)
    expect((await added(2)).id).toBe(one.id)
    const { items } = await read(w.contextOf('max'), (work) => listImages(work, { number: 1, limit: 50 }))
    expect(items.map(({ id }) => id)).toEqual([one.id])
  })

  test('is added by those who edit the document, and leaves a line in its history', async () => {
    expect(await add('vera', 1)).toMatchObject({ ok: false, problem: { kind: 'forbidden' } })
    expect(await add('tom', 2)).toEqual({ ok: false, problem: { kind: 'not_found' } })
    expect(await database.database.asOwner((db) => db.image.count())).toBe(0)
    await added(1)
    const events = await database.database.asOwner((db) =>
      db.event.findMany({ where: { name: 'postmortem.image_added' } }),
    )
    expect(events).toHaveLength(1)
  })

  test('of a restricted document is for its readers; for others it does not exist', async () => {
    const { id } = await added(2)
    expect((await bytesFor('max', 2, id)).id).toBe(id)
    for (const name of ['ada', 'tom', 'ines', 'gus'] as const) {
      const refusal = await bytesFor(name, 2, id).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(Refusal)
      expect((refusal as Refusal).problem).toEqual({ kind: 'not_found' })
    }
    // Under the number of a document they may read, it is still not theirs.
    await expect(bytesFor('ada', 1, id)).rejects.toThrow(Refusal)
    expect(await read(w.contextOf('ada'), (work) => imagesIn(work, 2, [`![](images/${id}.png)`]))).toEqual([])
  })

  test('beyond what one document holds is refused, and one it has already is not', async () => {
    for (let shade = 0; shade < IMAGES_MAX; shade++) await added(1, png({ shade }))
    expect(await add('max', 1, png({ shade: 200 }))).toMatchObject({ ok: false, problem: { kind: 'conflict' } })
    expect((await add('max', 1, png({ shade: 3 }))).ok).toBe(true)
  })

  test('that is none is refused with a word why', async () => {
    const outcome = await add('max', 1, Buffer.from('<svg onload="alert(1)"/>'))
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'picture' }] } })
  })

  test('that is not what its row says is refused by the database itself', async () => {
    const { id } = await added(1)
    const changed = database.database.asOwner((db) =>
      db.image.updateMany({ where: { id }, data: { bytes: Uint8Array.from([1, 2, 3]) } }),
    )
    await expect(changed).rejects.toThrow(/Image_is_what_it_says/)
  })
})

describe('pictures that no text mentions', () => {
  const sweep = (afterDays: number) =>
    database.database.asOwner((db) =>
      removeUnusedImages(db, new Date(w.contextOf('max').now.getTime() + afterDays * DAY_MS)),
    )
  const left = () => database.database.asOwner((db) => db.image.count())
  const write = async (body: string) => {
    const [section] = await database.database.asOwner((db) =>
      db.section.findMany({ where: { postmortem: { number: 1 } }, orderBy: { position: 'asc' }, take: 1 }),
    )
    if (!section) throw new Error('There is no section.')
    const { key, version } = section
    await w.done('max', editPostmortem, { number: 1, sections: [{ key, version, body }] })
  }

  test('go some days after the last text let go of them, and not before', async () => {
    const { name } = await added(1)
    await write(`![Errors](${name})`)
    await sweep(0)
    await sweep(UNUSED_DAYS + 1)
    expect(await left()).toBe(1)
    await write('Nothing')
    await sweep(10)
    await sweep(10 + UNUSED_DAYS - 1)
    expect(await left()).toBe(1)
    await write(`![Errors](${name})`)
    await sweep(30)
    await write('Nothing')
    await sweep(31)
    expect(await left()).toBe(1)
    await sweep(32 + UNUSED_DAYS)
    expect(await left()).toBe(0)
  })
})
