import { randomUUID } from 'node:crypto'
import { settingsOf } from '#lib/actor.ts'
import type { Db, Work } from '#lib/context.ts'
import { dayToTell, shippedSettings } from '#lib/digests/model.ts'
import { reader, readerOf } from '#lib/digests/reader.ts'
import { notify } from '#lib/notifications/notify.ts'
import { countsOf, isQuietWeek, weekToldOn } from '#lib/weeks/model.ts'
import { getWeek } from '#lib/weeks/queries.ts'

type Database = {
  asOwner: <T>(run: (db: Db) => Promise<T>) => Promise<T>
  transaction: <T>(settings: Record<string, string>, run: (db: Db) => Promise<T>) => Promise<T>
}

/**
 * Tells the week that is over to those who want to hear of it, from the hour of their mail on Monday on and never in their
 * quiet hours. A person is told a week once, however often this runs. What is in it is looked up as them, and where
 * nothing is, they hear nothing; what was quiet is not looked at again while this process runs.
 */
export function weekTeller(database: Database): (now: Date) => Promise<void> {
  const quiet = new Set<string>()
  return async (now) => {
    for (const { key, person, monday } of await toTell(database, now)) {
      if (quiet.has(key)) continue
      const actor = readerOf(person, key)
      const week = await database.transaction(settingsOf(actor), (db) =>
        getWeek({ actor, now, requestId: randomUUID(), db }, { monday, zone: person.zone }),
      )
      if (isQuietWeek(week)) quiet.add(key)
      else
        await database.asOwner((db) => {
          const work: Work = { actor: { kind: 'system', reason: 'weeks' }, now, requestId: randomUUID(), db }
          const facts = { monday, ...countsOf(week) }
          const subject = { kind: 'person', id: person.id } as const
          return notify(work, { kind: 'week_over', people: [person.id], subject, facts, key: keyOf(monday) })
        })
    }
  }
}

const keyOf = (monday: string) => `week ${monday}`

async function toTell({ asOwner }: Database, now: Date) {
  return asOwner(async (db) => {
    const people = await db.person.findMany({ where: { deactivatedAt: null, mail: { weekly: true } }, include: reader })
    const due = people.flatMap((person) => {
      const day = dayToTell(now, person.zone, { ...(person.mail ?? shippedSettings), pace: 'week' })
      return day ? [{ key: `${person.id} ${day}`, person, monday: weekToldOn(day) }] : []
    })
    const told = await db.notification.findMany({
      where: { OR: due.map(({ person, monday }) => ({ personId: person.id, key: keyOf(monday) })) },
      select: { personId: true, key: true },
    })
    return due.filter(
      ({ person, monday }) => !told.some(({ personId, key }) => personId === person.id && key === keyOf(monday)),
    )
  })
}
