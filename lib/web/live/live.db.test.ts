import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Device, memoryDevice, type Unsent } from '#components/postmortems/editor/device.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { liveServer, signIn, socketTo, until, writer } from '#lib/testing/live.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { randomFrom } from '#lib/testing/writers.ts'

let cast: World
let number: number
let server: Awaited<ReturnType<typeof liveServer>>
const opened: ReturnType<typeof writer>[] = []
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  number = (await cast.done('max', draftPostmortem, { title: 'Stale', template: 'classic', team: 'edge' })).number
  server = await liveServer(cast.database, { idleMs: 50, typingMs: 0 })
})
afterEach(async () => {
  for (const { document } of opened.splice(0)) await document.close()
  await server.stop()
})

const path = () => `/live/postmortems/${number}`
const sections = [
  { key: 'summary', body: '', version: 1 },
  { key: 'impact', body: '', version: 1 },
]
async function write(who: Name, given: { device?: Device; server?: { port: number } } = {}) {
  const cookie = await signIn(cast.database, cast.personIds[who])
  const one = writer({ server, cookie, number, sections, personId: cast.personIds[who], ...given })
  opened.push(one)
  await one.until(({ standing }) => standing === 'open')
  return one
}
const shows = (one: ReturnType<typeof writer>, text: string, key = 'summary') =>
  until(one.document, () => one.text(key) === text)

describe('a socket is opened', () => {
  const refusal = async (where: string, headers: Parameters<typeof socketTo>[2]) => {
    const socket = socketTo(server.port, where, headers)
    const [error] = await once(socket, 'error')
    return Number(/Unexpected server response: (\d+)/.exec(String(error))?.[1])
  }
  const cookieOf = (who: Name) => signIn(cast.database, cast.personIds[who])

  test('for nobody without a session', async () => {
    expect(await refusal(path(), {})).toBe(401)
    expect(await refusal(path(), { cookie: `firebreak.session=${'a'.repeat(43)}` })).toBe(401)
  })
  test.each([null, 'https://elsewhere.example', 'null', 'http://127.0.0.1.elsewhere.example'])(
    'for no page of another site: %s',
    async (origin) => {
      expect(await refusal(path(), { cookie: await cookieOf('max'), origin })).toBe(403)
    },
  )
  test.each(['vera', 'tom', 'omar', 'ada'] as const)('not for %s, who may read it only', async (who) => {
    expect(await refusal(path(), { cookie: await cookieOf(who) })).toBe(403)
  })
  test('as if it did not exist, for somebody it is hidden from', async () => {
    await cast.done('max', changeVisibility, { number, visibility: 'restricted', restrictedReason: 'security' })
    expect(await refusal(path(), { cookie: await cookieOf('ines') })).toBe(404)
    expect(await refusal('/live/postmortems/999', { cookie: await cookieOf('ines') })).toBe(404)
    expect(await refusal('/live/postmortems/../42', { cookie: await cookieOf('ines') })).toBe(404)
  })
})

describe('people in one document', () => {
  test('see what the others type, in every section', async () => {
    const [max, ines] = [await write('max'), await write('ines')]
    max.type('summary', 0, 'For 41 minutes')
    await shows(ines, 'For 41 minutes')
    ines.type('summary', 14, ' one query in nine failed.')
    ines.type('impact', 0, 'Queries')
    await shows(max, 'For 41 minutes one query in nine failed.')
    await shows(max, 'Queries', 'impact')
    await max.until(({ unsent }) => !unsent)
  })

  test('see what a form saved, and one another', async () => {
    const [max, ines] = [await write('max'), await write('ines')]
    await max.until(({ people }) => people.some(({ name }) => name === 'ines'))
    const body = 'From a form.'
    await cast.done('olga', editPostmortem, { number, sections: [{ key: 'summary', version: 1, body }] })
    await Promise.all([shows(max, body), shows(ines, body)])
    ines.document.moved({ key: 'summary', anchor: 2, head: 4, version: 2 })
    await max.until(({ people }) => people[0]?.place?.head === 4)
    await ines.document.close()
    await max.until(({ people }) => people.length === 0)
  })

  test('see at once what another process calls it, and hear it when they come back', async () => {
    const second = await liveServer(cast.database)
    const [max, ines] = [await write('max'), await write('ines', { server: second })]
    await cast.done('olga', editPostmortem, { number, title: 'Stale answers' })
    await Promise.all([max, ines].map((one) => one.until(({ title }) => title === 'Stale answers')))
    await second.stop()
    await cast.done('olga', editPostmortem, { number, title: 'Stale answers, and why' })
    ines.moveTo(server)
    await ines.until(({ title }) => title === 'Stale answers, and why')
  })

  test('of two processes end with one text', async () => {
    const second = await liveServer(cast.database)
    const [max, ines] = [await write('max'), await write('ines', { server: second })]
    for (let count = 0; count < 20; count++) {
      max.type('summary', 0, 'a')
      ines.type('summary', 0, 'b')
    }
    const settled = ({ unsent }: { unsent: boolean }) => !unsent
    await Promise.all([max.until(settled), ines.until(settled)])
    await until(max.document, () => max.text('summary').length === 40)
    await shows(ines, max.text('summary'))
    expect(max.text('summary').replaceAll('b', '')).toBe('a'.repeat(20))
    await ines.document.close()
    await second.stop()
  })
})

describe('nothing typed is lost', () => {
  test('when the connection goes in the middle of it', async () => {
    const [max, ines] = [await write('max'), await write('ines')]
    max.type('summary', 0, 'before ')
    max.document.cut()
    max.type('summary', 7, 'and after')
    ines.type('summary', 0, 'Meanwhile. ')
    await max.until(({ unsent }) => !unsent)
    await until(ines.document, () => ines.text('summary').includes('after'))
    expect(ines.text('summary')).toContain('before and after')
    expect(max.text('summary')).toBe(ines.text('summary'))
  })

  test('when the tab is gone: the next one brings it home', async () => {
    const shelf = new Map<string, Unsent>()
    const first = await write('max', { device: memoryDevice('first', shelf) })
    first.document.cut()
    first.type('summary', 0, 'Typed without a network.')
    first.document.keepNow()
    await first.document.close()
    const next = await write('max', { device: memoryDevice('next', shelf) })
    await shows(next, 'Typed without a network.')
    // The text may come before the answer that it is stored.
    await expect.poll(() => [...shelf]).toEqual([])
  })

  test('when the text was replaced underneath: it is offered', async () => {
    const shelf = new Map<string, Unsent>()
    const max = await write('max', { device: memoryDevice('tab', shelf) })
    max.document.cut()
    max.type('summary', 0, 'A thought of my own.')
    await cast.done('ines', editPostmortem, {
      number,
      sections: [{ key: 'summary', version: 1, body: 'Another text.' }],
    })
    await cast.database.asOwner((db) => db.sectionUpdate.deleteMany())
    await max.until(({ offers }) => offers.length > 0)
    await shows(max, 'Another text.')
    expect(max.document.status().offers).toMatchObject([{ key: 'summary', text: 'A thought of my own.' }])
    await expect.poll(() => [...shelf.values()]).toMatchObject([{ offered: true }])
  })
})

test('four editors with 150 random changes each, one offline and both servers restarted in the middle', {
  timeout: 120_000,
}, async () => {
  let second = await liveServer(cast.database)
  const group = await Promise.all([
    write('max'),
    write('ines', { server: second }),
    write('olga'),
    write('max', { server: second }),
  ])
  const random = randomFrom(2_026)
  const marks = [0, 0, 0, 0]
  const scribble = async (edits: number) => {
    for (let count = 0; count < edits; count++) {
      for (const [index, one] of group.entries()) {
        const text = one.text('summary')
        const at = Math.floor(random() * (text.length + 1))
        const filler = text.indexOf('.', at)
        if (random() < 0.3 && filler >= 0) one.type('summary', filler, '', filler + 1)
        else if (random() < 0.6) {
          one.type('summary', at, 'wxyz'[index] ?? '')
          marks[index] = (marks[index] ?? 0) + 1
        } else one.type('summary', at, random() < 0.8 ? '.' : '\n')
      }
      // Lets messages come and go in between.
      await new Promise(setImmediate)
    }
  }
  await scribble(60)
  group[3]?.document.cut()
  await scribble(30)
  await Promise.all([server.stop(), second.stop()])
  await scribble(30)
  server = await liveServer(cast.database)
  second = await liveServer(cast.database)
  for (const [index, one] of group.entries()) one.moveTo(index % 2 ? second : server)
  await scribble(30)
  await Promise.all(group.map((one) => one.until(({ unsent, standing }) => !unsent && standing === 'open')))
  const texts = () => group.map((one) => one.text('summary'))
  // Whoever hears the last of it finds all alike.
  await Promise.race(group.map((one) => until(one.document, () => new Set(texts()).size === 1)))
  const stored = await cast.database.asOwner((db) => db.section.findFirst({ where: { key: 'summary' } }))
  expect(stored?.body).toBe(texts()[0])
  expect([...'wxyz'].map((mark) => (stored?.body ?? '').split(mark).length - 1)).toEqual(marks)
  for (const { document } of opened.splice(0)) await document.close()
  await second.stop()
})

describe('a socket ends', () => {
  test('soon after the session did, and what is typed then stays on the device', async () => {
    const shelf = new Map<string, Unsent>()
    const max = await write('max', { device: memoryDevice('tab', shelf) })
    await cast.database.asOwner((db) => db.session.deleteMany())
    await max.until(({ standing }) => standing === 'signed_out')
    max.type('summary', 0, 'Typed too late')
    await max.document.close()
    expect([...shelf.values()]).toMatchObject([{ key: 'summary', updates: [[[0, 'Typed too late']]] }])
  })

  test('soon after the access did', async () => {
    const ines = await write('ines')
    await cast.done('max', changeVisibility, { number, visibility: 'restricted', restrictedReason: 'security' })
    await ines.until(({ standing }) => standing === 'may_not')
  })

  test('with a restart, and no word is lost by it', async () => {
    const max = await write('max')
    max.type('summary', 0, 'The last word')
    await server.stop()
    server = await liveServer(cast.database)
    max.type('summary', 13, ', and one more')
    max.moveTo(server)
    await max.until(({ unsent }) => !unsent)
    const text = await cast.database.asOwner((db) => db.section.findFirst({ where: { key: 'summary' } }))
    expect(text?.body).toBe('The last word, and one more')
  })

  test.each([
    'nonsense',
    '{"kind":"push"}',
    '{"kind":"grant","everything":true}',
    `{"kind":"join","sections":[${'1,'.repeat(9)}1]}`,
  ])('when it says what no editor says: %s', async (message) => {
    const cookie = await signIn(cast.database, cast.personIds.max)
    const socket = socketTo(server.port, path(), { cookie })
    await once(socket, 'open')
    socket.send(message)
    expect((await once(socket, 'close'))[0]).toBe(1008)
  })
})
