import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { newId } from '#lib/ids.ts'
import { stageEverything } from '#lib/testing/company.ts'
import { type TestDatabase, testDatabase } from '#lib/testing/database.ts'
import { NOW, world } from '#lib/testing/world.ts'
import type { Prisma } from '#prisma/client/client.ts'
import type { Sums } from './bundle.ts'
import { restoreBackup } from './restore.ts'
import { verifyBackup } from './verify.ts'
import { writeBackup } from './write.ts'

/** What JSON and line splitters stumble over. */
const HOSTILE = 'a\u2028b\u2029c\r\nd\te\\"f\u0001 [\n{"table" 故障 \u{1f525}'

let folder: string
let lane: TestDatabase
let other: Database
let file: string
let sums: Sums

// A record in every state there is, staged once; the tests only read it or replace it.
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'firebreak-backup-'))
  lane = await testDatabase()
  await lane.empty()
  const cast = await world(lane)
  await lane.database.asOwner(
    async (db) => {
      const { incidents } = await stageEverything(db, cast)
      await stageCorrection(db, incidents[0]?.id ?? '')
      const personId = cast.personIds.ada
      await db.person.update({ where: { id: personId }, data: { about: HOSTILE } })
      await db.session.create({
        data: {
          ...{ id: newId(NOW), tokenHash: 'ended', personId, method: 'password' },
          ...{ createdAt: NOW, lastSeenAt: NOW, expiresAt: NOW },
        },
      })
    },
    { timeoutMs: 60_000 },
  )
  file = path.join(folder, 'backup.gz')
  sums = await lane.database.withOwnerClient((client) => writeBackup(client, { file, now: NOW }))
  other = await openDatabase({})
  await migrate(other)
}, 180_000)

afterAll(async () => {
  await other.close()
  fs.rmSync(folder, { recursive: true })
})

/** A correction whose id comes first, and more rows than one batch before the change it replaces. */
async function stageCorrection(db: Prisma.TransactionClient, incidentId: string): Promise<void> {
  const replacesId = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
  const row = { incidentId, severity: 'sev2' as const, recordedAt: NOW }
  await db.severityChange.createMany({ data: Array.from({ length: 600 }, () => ({ ...row, id: newId(NOW) })) })
  await db.severityChange.create({ data: { ...row, id: replacesId } })
  await db.severityChange.create({ data: { ...row, id: '00000000-0000-4000-8000-000000000000', replacesId } })
}

const into = (database: Database, { from = file, replace = false } = {}) =>
  database.withOwnerClient((client) => restoreBackup(client, { file: from, replace }))

const again = (database: Database) =>
  database.withOwnerClient((client) => writeBackup(client, { file: path.join(folder, 'again.gz'), now: NOW }))

/** A copy of the bundle with its text changed. */
function altered(change: (text: string) => string): string {
  const name = path.join(folder, 'altered.gz')
  fs.writeFileSync(name, gzipSync(change(gunzipSync(fs.readFileSync(file)).toString())))
  return name
}

describe('a backup', () => {
  test('holds every record, and no session', () => {
    expect(sums.Postmortem?.rows).toBeGreaterThan(20)
    expect(sums.Event?.rows).toBeGreaterThan(100)
    expect(Object.keys(sums)).not.toContain('Session')
  })

  test('is readable by its owner alone', () => {
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  })

  test('restored into memory has the same counts and hashes', async () => {
    expect((await verifyBackup(file)).sums).toEqual(sums)
  }, 120_000)

  test('moves to another database and back, with nothing changed on the way', async () => {
    await into(other)
    expect(await again(other)).toEqual(sums)
    await into(lane.database, { from: path.join(folder, 'again.gz'), replace: true })
    expect(await again(lane.database)).toEqual(sums)
    const [person] = await lane.database.asOwner((db) => db.person.findMany({ where: { about: HOSTILE } }))
    expect(person).toBeDefined()
  }, 120_000)

  test('leaves the next number free', async () => {
    await into(other, { replace: true })
    const { last, next } = await other.withOwnerClient(async (client) => {
      const { rows } = await client.query(
        `select max(number) as last, nextval(pg_get_serial_sequence('"Incident"', 'number'))::int as next from "Incident"`,
      )
      return rows[0]
    })
    expect(next).toBe(last + 1)
  }, 60_000)
})

describe('a restore changes nothing when', () => {
  const refused = async (from: string, sentence: RegExp) => {
    const before = await again(lane.database)
    await expect(into(lane.database, { from, replace: true })).rejects.toThrow(sentence)
    expect(await again(lane.database)).toEqual(before)
  }

  test('there is an instance already', async () => {
    await expect(into(lane.database)).rejects.toThrow(/already an instance in this database.*--force/)
  })

  test('the file was cut off', async () => {
    await refused(
      altered((text) => text.slice(0, text.lastIndexOf('["end"'))),
      /not whole/,
    )
  }, 60_000)

  test('a word in it was changed', async () => {
    await refused(
      altered((text) => text.replace('"title":"', '"title":"x')),
      /did not come out as it was saved/,
    )
  }, 60_000)

  test('a row is missing', async () => {
    // Of an import, because nothing refers to one.
    await refused(
      altered((text) => text.replace(/\n\{"postmortemId":[^\n]*"digest":[^\n]*\}/, '')),
      /did not come out/,
    )
  }, 60_000)

  test('it was made by a newer version', async () => {
    await refused(
      altered((text) => text.replace('"0001_the_house"', '"0001_the_house","9999_later"')),
      /newer version/,
    )
  }, 60_000)
})
