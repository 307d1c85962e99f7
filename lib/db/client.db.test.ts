import { EventEmitter, once } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#lib/ids.ts'
import { testDatabase } from '#lib/testing/database.ts'
import type { Db } from './client.ts'
import { problemFromDatabase } from './errors.ts'
import { verifyFloor } from './verify-floor.ts'

const { database, empty } = await testDatabase()
beforeEach(empty)

const NOW = new Date('2026-03-29T00:30:00.123Z')
const team = (slug: string) => ({ id: newId(NOW), slug, name: slug, zone: 'Europe/Lisbon', createdAt: NOW })
const WHO = `select current_user::text as role, current_setting('app.test', true) as setting`
type Who = { role: string; setting: string | null }[]

describe('a connection', () => {
  test('runs as the weak role, in UTC', async () => {
    const { rows } = await database.pool.query(`select current_user::text as role, current_setting('timezone') as zone`)
    expect(rows).toEqual([{ role: 'firebreak_app', zone: 'UTC' }])
  })

  test('is bound by row-level security', async () => {
    await expect(verifyFloor(database)).resolves.toBeUndefined()
  })

  test('gives a moment back as it was written, whatever zone the process is in', async () => {
    await database.asOwner((db) => db.team.create({ data: team('edge') }))
    const found = await database.asOwner((db) => db.team.findFirst({ where: { createdAt: NOW } }))
    expect(found?.createdAt).toEqual(NOW)
    expect(new Date().getTimezoneOffset()).toBe(-345)
  })
})

describe('a transaction', () => {
  test('carries its settings and leaves nothing of them', async () => {
    const inside = await database.transaction({ 'app.test': "it's 7" }, (db) => db.$queryRawUnsafe<Who>(WHO))
    expect(inside).toEqual([{ role: 'firebreak_app', setting: "it's 7" }])
    const [after] = await database.prisma.$queryRawUnsafe<Who>(WHO)
    expect(after?.role).toBe('firebreak_app')
    expect(after?.setting || null).toBeNull()
  })

  test('of the owner is bound by no policy, and the next one is again', async () => {
    const [inside] = await database.asOwner((db) => db.$queryRawUnsafe<Who>(WHO))
    expect(inside?.role).not.toBe('firebreak_app')
    const [after] = await database.transaction({}, (db) => db.$queryRawUnsafe<Who>(WHO))
    expect(after?.role).toBe('firebreak_app')
  })

  test('that throws keeps nothing', async () => {
    const attempt = database.asOwner(async (db) => {
      await db.team.create({ data: team('edge') })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await database.asOwner((db) => db.team.count())).toBe(0)
  })

  test('that meets another in a deadlock is run again', async () => {
    const [first, second] = [team('first'), team('second')]
    await database.asOwner((db) => db.team.createMany({ data: [first, second] }))
    let held = 0
    const together = new EventEmitter()
    const rename = (ids: string[], name: string) =>
      database.asOwner(async (db) => {
        for (const id of ids) {
          await db.team.update({ where: { id }, data: { name } })
          if (++held === 2) together.emit('held')
          // One session cannot hold two transactions open, so on the embedded database nobody is waited for.
          else if (held < 2 && database.kind === 'postgresql') await once(together, 'held')
        }
      })
    await Promise.all([rename([first.id, second.id], 'a'), rename([second.id, first.id], 'b')])
    const names = await database.asOwner((db) => db.team.findMany({ select: { name: true } }))
    expect(new Set(names.map(({ name }) => name)).size).toBe(1)
  })

  test('at fifty at once all get their turn', async () => {
    await database.asOwner((db) => db.team.create({ data: { ...team('edge'), name: '0' } }))
    const add = () =>
      database.asOwner(async (db) => {
        const [row] = await db.$queryRaw<{ name: string }[]>`select name from "Team" for update`
        await db.team.updateMany({ data: { name: String(Number(row?.name) + 1) } })
      })
    await Promise.all(Array.from({ length: 50 }, add))
    expect((await database.asOwner((db) => db.team.findFirst()))?.name).toBe('50')
  })
})

describe('transactions that are shared', () => {
  const who = (setting?: string) =>
    database.shared(setting === undefined ? {} : { 'app.test': setting }, (db) => db.$queryRawUnsafe<Who>(WHO))

  test('are each in the name of who asked, and nobody else', async () => {
    const answers = await Promise.all(['ada', 'max', undefined, 'tom'].map(who))
    expect(answers.map(([one]) => one?.role)).toEqual(Array(4).fill('firebreak_app'))
    expect(answers.map(([one]) => one?.setting || null)).toEqual(['ada', 'max', null, 'tom'])
    const [after] = await database.transaction({}, (db) => db.$queryRawUnsafe<Who>(WHO))
    expect(after?.setting || null).toBeNull()
  })

  test('on one session become durable together', async () => {
    const mine = (db: Db) => db.$queryRaw<{ xid: string }[]>`select pg_current_xact_id()::text as xid`
    const found = await Promise.all(Array.from({ length: 9 }, () => database.shared({}, mine)))
    const different = new Set(found.map(([row]) => row?.xid)).size
    // The first goes at once; the others wait for it, and not for each other.
    expect(different).toBe(database.kind === 'embedded' ? 2 : 9)
  })

  test('do not fail with each other', async () => {
    const [edge, control] = [team('edge'), team('control')]
    await database.asOwner((db) => db.team.createMany({ data: [edge, control] }))
    const asked = [
      () => database.shared({}, (db) => db.$executeRaw`select pg_notify('nobody', 'first')`),
      () => database.shared({}, (db) => db.$executeRaw`insert into "Team" ("id") values (${edge.id}::uuid)`),
      () => database.shared({}, () => Promise.reject(new Error('changed my mind'))),
      () => database.shared({}, (db) => db.$queryRaw`select 1 as one`),
    ]
    const [first, refused, thrown, last] = await Promise.allSettled(asked.map((ask) => ask()))
    expect(first?.status).toBe('fulfilled')
    expect(refused).toMatchObject({ status: 'rejected' })
    expect(thrown).toMatchObject({ status: 'rejected', reason: { message: 'changed my mind' } })
    expect(last).toMatchObject({ status: 'fulfilled', value: [{ one: 1 }] })
    expect(await database.asOwner((db) => db.team.count())).toBe(2)
  })
})

describe('a database error', () => {
  const problemOf = (work: Promise<unknown>) =>
    work.then(
      () => 'no error',
      (error: unknown) => problemFromDatabase(error),
    )

  test('of a unique value is a conflict', async () => {
    await database.asOwner((db) => db.team.create({ data: team('edge') }))
    const second = database.asOwner((db) => db.team.create({ data: team('edge') }))
    expect(await problemOf(second)).toEqual({ kind: 'conflict', message: 'That already exists.' })
  })

  test('of a unique value in plain SQL is the same', async () => {
    const insert = `insert into "Team" (id, slug, name, zone, "createdAt")
      select gen_random_uuid(), 'edge', 'edge', 'UTC', now() from generate_series(1, 2)`
    expect(await problemOf(database.asOwner((db) => db.$executeRawUnsafe(insert)))).toMatchObject({ kind: 'conflict' })
  })

  test.each([
    ['40001', 'conflict'],
    ['40P01', 'conflict'],
    ['53100', 'unavailable'],
    ['53300', 'unavailable'],
    ['55P03', 'unavailable'],
    ['57014', 'unavailable'],
    ['57P01', 'unavailable'],
    ['08006', 'unavailable'],
  ])('with the code %s is %s', async (code, kind) => {
    const raise = `do $$ begin raise exception 'for the test' using errcode = '${code}'; end $$`
    expect(await problemOf(database.asOwner((db) => db.$executeRawUnsafe(raise)))).toMatchObject({ kind })
    expect(await problemOf(database.pool.query(raise))).toMatchObject({ kind })
  })

  test('of our own making stays a bug', async () => {
    expect(await problemOf(database.asOwner((db) => db.$queryRawUnsafe('select nonsense')))).toBeUndefined()
    expect(await problemOf(Promise.reject(new Error('something else')))).toBeUndefined()
  })
})
