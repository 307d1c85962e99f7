import { beforeEach, describe, expect, test } from 'vitest'
import { isQuiet, shippedSettings } from '#lib/digests/model.ts'
import { setMail } from '#lib/digests/set-mail.ts'
import { listGuides } from '#lib/guides/queries.ts'
import { newId } from '#lib/ids.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { addDays } from '#lib/time.ts'
import { mondayOf } from '#lib/weeks/model.ts'
import { getWeek } from '#lib/weeks/queries.ts'
import { weekTeller } from './tell-weeks.ts'

const given = await testDatabase()
let cast: World
beforeEach(async () => {
  await given.empty()
  cast = await world(given)
})

const wants = (who: Name) => cast.done(who, setMail, { ...shippedSettings, weekly: true })
const record = (day: string, more: object = {}) =>
  cast.done(
    'max',
    recordIncident,
    {
      ...{ title: `Of ${day}`, severity: 'sev3', kind: 'outage', team: 'edge', mechanisms: ['cap.retry'] },
      ...{ milestones: { impactStarted: `${day}T10:00:00Z` }, ...more },
    },
    new Date(`${day}T12:00:00Z`),
  )
const told = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 100 }))).items
    .filter(({ kind }) => kind === 'week_over')
    .map(({ at, says, subject }) => ({ at: new Date(at), says, href: subject?.href }))
const secret = { visibility: 'restricted', restrictedReason: 'security' }

describe('a half year of weeks, in which clocks change', () => {
  /** Europe on 25 October and 28 March, Lord Howe and Santiago in between, Singapore never. */
  const zones = { max: 'Europe/Lisbon', vera: 'America/Santiago', tom: 'Australia/Lord_Howe', pia: 'Asia/Singapore' }
  const first = '2026-09-28'
  const mondays = Array.from({ length: 27 }, (_, week) => addDays(first, 7 * week))

  test('each is told once to everybody who wants it, never in their quiet hours', async () => {
    await record(addDays(first, -10))
    for (const monday of mondays) await record(addDays(monday, 2))
    for (const [who, zone] of Object.entries(zones) as [Name, string][]) {
      await wants(who)
      await cast.database.asOwner((db) => db.person.update({ where: { id: cast.personIds[who] }, data: { zone } }))
    }
    const begin = Date.parse(`${addDays(first, 7)}T00:00:00Z`)
    // Two processes, one of which is started anew every day.
    const steady = weekTeller(cast.database)
    for (let step = 0; step < 26 * 7 * 4; step++) {
      const now = new Date(begin + step * 6 * 3_600_000)
      await Promise.all([steady(now), ...(step % 4 === 2 ? [weekTeller(cast.database)(now)] : [])])
    }
    const expected = mondays.slice(0, 26).map((monday) => `/week?of=${monday}`)
    for (const [who, zone] of Object.entries(zones) as [Name, string][]) {
      const heard = await told(who)
      expect(heard.map(({ href }) => href).toSorted()).toEqual(expected)
      for (const { at } of heard) expect(isQuiet(at, zone, shippedSettings)).toBe(false)
    }
  })
})

describe('what a week brought', () => {
  const tuesday = new Date('2026-06-09T12:00:00Z')

  test('is told to those who want it, as they may see it, and to nobody where nothing was', async () => {
    await record('2026-05-20')
    await record('2026-06-03', secret)
    await cast.database.asOwner((db) =>
      db.actionItem.createMany({
        data: [
          {
            ...{ id: newId(tuesday), title: 'Cap retries', priority: 'p2', teamId: cast.teamIds.edge },
            ...{ dueOn: tuesday, originalDueOn: tuesday, createdAt: tuesday, updatedAt: tuesday },
          },
        ],
      }),
    )
    for (const who of ['max', 'vera', 'gus'] as const) await wants(who)
    const tell = weekTeller(cast.database)
    await tell(tuesday)
    await tell(tuesday)
    expect(await told('max')).toMatchObject([
      { says: 'The week of 1 Jun 2026 brought one mechanism that came again.', href: '/week?of=2026-06-01' },
    ])
    for (const who of ['vera', 'gus', 'ines'] as const) expect(await told(who)).toEqual([])
    const { id: actionItemId } = await cast.database.asOwner((db) => db.actionItem.findFirstOrThrow())
    const step = { id: newId(tuesday), actionItemId, kind: 'verified', note: 'Shown.' } as const
    await cast.database.asOwner((db) =>
      db.progress.createMany({ data: [{ ...step, at: new Date('2026-06-05T12:00:00Z') }] }),
    )
    await weekTeller(cast.database)(tuesday)
    expect((await told('vera')).map(({ says }) => says)).toEqual([
      'The week of 1 Jun 2026 brought one fix that proved itself.',
    ])
    expect(await told('max')).toHaveLength(1)
  })

  test('is of that week where the reader is, and counts what was met in the half year before', async () => {
    await record('2025-10-01', { mechanisms: ['cap.cache'] })
    await record('2026-06-03', { mechanisms: ['cap.cache', 'cap.retry'] })
    await record('2026-06-04', { mechanisms: ['cap.retry'] })
    const week = (monday: string, zone = 'UTC') => cast.read('vera', (work) => getWeek(work, { monday, zone }))
    expect((await week('2026-06-01')).mechanisms).toEqual([{ code: 'cap.retry', name: 'Retry storm', incidents: 1 }])
    expect((await week(mondayOf('2026-06-10'))).mechanisms).toEqual([])
    expect((await week('2026-05-25')).mechanisms).toEqual([])
  })

  test('names the guides that fall due in it or in the next', async () => {
    const [guide] = await listGuides()
    const reviewBy = guide?.reviewBy ?? ''
    const named = async (monday: string) =>
      (await cast.read('vera', (work) => getWeek(work, { monday, zone: 'UTC' }))).guides.map(({ slug }) => slug)
    expect(await named(mondayOf(reviewBy))).toContain(guide?.slug)
    expect(await named(addDays(mondayOf(reviewBy), -7))).toContain(guide?.slug)
    expect(await named(addDays(mondayOf(reviewBy), 7))).not.toContain(guide?.slug)
    expect(await named(addDays(mondayOf(reviewBy), -14))).not.toContain(guide?.slug)
  })
})
