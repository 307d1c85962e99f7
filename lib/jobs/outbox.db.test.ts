import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#lib/db/client.ts'
import { newId } from '#lib/ids.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { startDispatcher } from './dispatch.ts'
import { claim, finish, giveBack, type Job } from './outbox.ts'

const NOW = new Date('2026-06-10T14:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

let database: Database
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  database = test.database
})

async function changed(subjectId: string, topic = 'changed', createdAt = NOW): Promise<void> {
  await database.transaction({}, (db) =>
    db.outbox.createMany({
      data: { id: newId(createdAt), topic, subjectKind: 'postmortem', subjectId, createdAt, availableAt: createdAt },
    }),
  )
}

const left = () => database.asOwner((db) => db.outbox.count())
const ids = (count: number) => Array.from({ length: count }, () => newId(NOW))

describe('claiming', () => {
  test('many changes of one subject are one job', async () => {
    const [one = '', two = ''] = ids(2)
    await changed(one)
    await changed(two)
    await changed(one)
    const jobs = await claim(database.asOwner, NOW)
    expect(jobs.map(({ subjectId, ids }) => [subjectId, ids.length])).toEqual([
      [one, 2],
      [two, 1],
    ])
  })

  test('what is claimed is nobody else’s until the lease is over, then it is done by somebody who lives', async () => {
    const [one = ''] = ids(1)
    await changed(one)
    expect(await claim(database.asOwner, NOW)).toHaveLength(1)
    expect(await claim(database.asOwner, later(59))).toHaveLength(0)
    const again = await claim(database.asOwner, later(60))
    expect(again).toMatchObject([{ subjectId: one, attempts: 2 }])
    await finish(database.asOwner, again)
    expect(await left()).toBe(0)
  })

  test('a change that comes while its subject is being worked on waits for that work, and is not lost', async () => {
    const [one = ''] = ids(1)
    await changed(one)
    const first = await claim(database.asOwner, NOW)
    await changed(one)
    expect(await claim(database.asOwner, later(1))).toHaveLength(0)
    await finish(database.asOwner, first)
    expect(await claim(database.asOwner, later(1))).toMatchObject([{ subjectId: one, ids: [expect.any(String)] }])
  })

  test('what failed comes back later, each time after twice as long, with the reason kept', async () => {
    const [one = ''] = ids(1)
    await changed(one)
    const [job] = await claim(database.asOwner, NOW)
    await giveBack(database.asOwner, job as Job, new Error('The engine said \0 no.'), NOW)
    expect(await claim(database.asOwner, later(1))).toHaveLength(0)
    expect(await claim(database.asOwner, later(2))).toHaveLength(1)
    const row = await database.asOwner((db) => db.outbox.findFirstOrThrow())
    expect(row).toMatchObject({ attempts: 2, lastError: 'The engine said  no.' })
  })

  test('several at once share the work without doing any of it twice', async () => {
    for (const id of ids(60)) await changed(id)
    const taken = (
      await Promise.all(Array.from({ length: 6 }, () => claim(database.asOwner, NOW, { batch: 10 })))
    ).flat()
    expect(new Set(taken.map(({ subjectId }) => subjectId)).size).toBe(taken.length)
    expect(taken).toHaveLength(60)
  })

  test('the serving role can put work in and cannot look at it', async () => {
    await changed(newId(NOW))
    expect(await database.transaction({ 'firebreak.role': 'administrator' }, (db) => db.outbox.count())).toBe(0)
  })
})

describe('dispatching', () => {
  const quiet = { now: () => later(5) }

  test('two dispatchers do each piece of work once, and both come to an end', async () => {
    const subjects = ids(50)
    for (const id of subjects) await changed(id)
    const done: string[] = []
    const consumers = {
      changed: async (jobs: readonly Job[]) => void done.push(...jobs.map(({ subjectId }) => subjectId)),
    }
    const both = [
      startDispatcher(database, { ...quiet, consumers }),
      startDispatcher(database, { ...quiet, consumers }),
    ]
    await Promise.all(both.map((each) => each.drain()))
    await Promise.all(both.map((each) => each.stop()))
    expect(done.toSorted()).toEqual(subjects.toSorted())
    expect(await left()).toBe(0)
  })

  test('one that fails is reported once and does not hold up the others', async () => {
    const [bad = '', ...good] = ids(4)
    for (const id of [bad, ...good]) await changed(id)
    const done: string[] = []
    const said: string[] = []
    const consumers = {
      changed: async (jobs: readonly Job[]) => {
        if (jobs.some(({ subjectId }) => subjectId === bad)) throw new Error('No.')
        done.push(...jobs.map(({ subjectId }) => subjectId))
      },
    }
    const dispatcher = startDispatcher(database, {
      ...quiet,
      consumers,
      report: (sentence) => void said.push(sentence),
    })
    await dispatcher.drain()
    await dispatcher.drain()
    await dispatcher.stop()
    expect(done.toSorted()).toEqual(good.toSorted())
    expect(said).toEqual([`Work on postmortem ${bad} failed. It will be tried again.`])
    expect(await left()).toBe(1)
  })

  test('work of a topic nobody knows is removed rather than kept for ever', async () => {
    await changed(newId(NOW), 'of an older version')
    const dispatcher = startDispatcher(database, { ...quiet, consumers: {} })
    await dispatcher.drain()
    await dispatcher.stop()
    expect(await left()).toBe(0)
  })

  test('a stopped dispatcher leaves the rest in the outbox', async () => {
    const dispatcher = startDispatcher(database, { ...quiet, consumers: {} })
    await dispatcher.drain()
    await dispatcher.stop()
    await changed(newId(NOW))
    await dispatcher.drain()
    expect(await left()).toBe(1)
  })
})
