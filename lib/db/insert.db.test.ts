import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#lib/ids.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { Prisma } from '#prisma/client/client.ts'
import { recording } from './queueing-client.ts'

const { database, empty } = await testDatabase()
beforeEach(empty)

const NOW = new Date('2026-03-29T00:30:00.123Z')
const SAID = 'It said "C:\\temp" — {1,2}, $1, \' and 🔥\nand\u2028more'

const teamId = newId(NOW)
const team = { id: teamId, slug: 'edge', name: 'Edge', zone: 'Europe/Lisbon', createdAt: NOW }
const person = { id: newId(NOW), email: 'ines@example.org', name: 'Ines', zone: 'Europe/Lisbon', createdAt: NOW }

const incident = () => ({
  ...({
    id: newId(NOW),
    teamId,
    title: SAID,
    severity: 'sev2',
    kind: 'outage',
    visibility: 'team',
    zone: 'UTC',
  } as const),
  ...{ mechanisms: ['retry_storm', SAID], journeys: [], restrictedReason: null, reportedByCustomer: false },
  ...{ createdAt: NOW, updatedAt: NOW, occurredAt: NOW, detectedAt: null, mitigatedAt: NOW },
})
const notification = (key: string) => ({
  ...{ id: newId(NOW), personId: person.id, kind: 'approved', subjectKind: 'postmortem', subjectId: newId(NOW), key },
  ...{ data: { revision: 1, said: SAID, more: [null, { deep: true }] }, createdAt: NOW },
})

describe('rows that are written at once', () => {
  test('are the rows that Prisma writes one by one, with the same defaults', async () => {
    const [at, by] = [incident(), incident()]
    const window = {
      startedAt: NOW,
      endedAt: null,
      scope: SAID,
      trafficShare: 0.1,
      failingShare: 1e-7,
      locations: ['ams'],
    }
    const holiday = { id: newId(NOW), on: new Date('2026-03-29'), name: SAID }
    await database.asOwner(async (db) => {
      await db.team.createMany({ data: team })
      await db.person.createMany({ data: [person] })
      await db.incident.createMany({ data: at })
      await db.incident.create({ data: by })
      await db.impactWindow.createMany({ data: { ...window, id: newId(NOW), incidentId: at.id } })
      await db.impactWindow.create({ data: { ...window, id: newId(NOW), incidentId: by.id } })
      await db.holiday.createMany({ data: holiday })
      await db.notification.createMany({ data: notification('one') })
      const [one, other] = await db.incident.findMany({ include: { windows: true }, orderBy: { number: 'asc' } })
      const alone = ({ id: _, number: __, windows, ...row }: NonNullable<typeof one>) => ({
        ...row,
        windows: windows.map(({ id: _, incidentId: __, ...rest }) => rest),
      })
      expect(one && alone(one)).toEqual(other && alone(other))
      expect(one).toMatchObject({ ...at, version: 1, triggerReference: '' })
      expect(await db.holiday.findMany()).toEqual([{ ...holiday, teamId: null }])
      expect(await db.notification.findMany()).toMatchObject([{ data: notification('one').data, readAt: null }])
    })
  })

  test('are one statement, and the same for any number of them', async () => {
    const asked = await database.asOwner(async (db) => {
      await db.person.createMany({ data: person })
      return recordedIn(async () => {
        expect(await db.notification.createMany({ data: [] })).toEqual({ count: 0 })
        expect(await db.notification.createMany({ data: notification('a') })).toEqual({ count: 1 })
        const more = ['a', 'b', 'c'].map(notification)
        expect(await db.notification.createMany({ data: more, skipDuplicates: true })).toEqual({ count: 2 })
        expect(await db.notification.createMany({ data: ['d', 'e'].map(notification) })).toEqual({ count: 2 })
      })
    })
    expect(asked).toHaveLength(3)
    expect(asked[0]).toBe(asked[2])
  })

  test('break a rule of the table as ever', async () => {
    const twice = database.asOwner(async (db) => {
      await db.person.createMany({ data: person })
      await db.notification.createMany({ data: [notification('a'), notification('a')] })
    })
    await expect(twice).rejects.toThrow(/23505|duplicate key/)
  })
})

describe('what JSON cannot carry is left to Prisma', () => {
  test('half a character, as it always did', async () => {
    const names = await database.asOwner(async (db) => {
      await db.team.createMany({ data: { ...team, name: 'Edge \ud83d' } })
      return db.team.findMany({ select: { name: true } })
    })
    expect(names).toEqual([{ name: 'Edge \ufffd' }])
  })

  test('rows that leave out different columns', async () => {
    await database.asOwner(async (db) => {
      await db.person.createMany({
        data: [person, { ...person, id: newId(NOW), email: 'max@example.org', role: 'auditor' }],
      })
      expect((await db.person.findMany({ orderBy: { id: 'asc' } })).map(({ role }) => role)).toEqual([
        'member',
        'auditor',
      ])
    })
  })

  test.each([
    ['a value that is missing', { name: undefined }],
    ['a moment that is none', { createdAt: new Date(Number.NaN) }],
    ['a column that is not there', { 'id") select 1 --': 1 }],
  ])('and it refuses %s', async (_, wrong) => {
    const attempt = database.asOwner((db) => db.team.createMany({ data: { ...team, ...wrong } as typeof team }))
    await expect(attempt).rejects.toThrow(Prisma.PrismaClientValidationError)
    expect(await database.asOwner((db) => db.team.count())).toBe(0)
  })
})

async function recordedIn(run: () => Promise<void>): Promise<string[]> {
  const asked: Parameters<typeof recording.run>[0] = []
  await recording.run(asked, run)
  return asked.map(({ question }) => question.text)
}
