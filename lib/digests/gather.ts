import type { Db } from '#lib/context.ts'
import { newId } from '#lib/ids.ts'
import { urgentKinds } from '#lib/notifications/model.ts'
import { dateFromLocal } from '#lib/time.ts'
import { dayToTell, shippedSettings } from './model.ts'

type AsOwner = <T>(run: (db: Db) => Promise<T>) => Promise<T>

/** What is read already needs no mail, and nothing is mailed twice. */
const untold = { readAt: null, digestId: null } as const

/**
 * Makes the digests whose hour has come, as often as it is run and by however many processes: a person and a day have
 * one. What goes into it is bound to it in the same transaction, so a crash leaves either nothing or a mail on its way.
 */
export async function gatherDigests({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  await asOwner(async (db) => {
    if (!(await hasReaders(db))) return
    const people = await db.person.findMany({
      where: { deactivatedAt: null, notifications: { some: untold } },
      select: { id: true, zone: true, mail: true },
    })
    const due = people.flatMap(({ id, zone, mail }) => {
      const day = dayToTell(now, zone, mail ?? shippedSettings)
      return day ? [{ id: newId(now), personId: id, day: dateFromLocal(day), createdAt: now }] : []
    })
    const made = await db.digest.createManyAndReturn({ data: due, skipDuplicates: true })
    for (const { id, personId } of made)
      await db.notification.updateMany({ where: { personId, ...untold }, data: { digestId: id } })
    await db.outbox.createMany({ data: made.map(({ id }) => mailJob(id, now)) })
  })
}

/**
 * What cannot wait goes at once, beside the mail of the day, to whoever wants mail at all. What it takes is locked, so of
 * two processes one does.
 */
export async function gatherUrgent({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  await asOwner(async (db) => {
    if (!(await hasReaders(db))) return
    const rows = await db.$queryRaw<{ id: string; personId: string }[]>`
      select n."id", n."personId" from "Notification" n join "Person" p on p."id" = n."personId"
      left join "MailSettings" m on m."personId" = p."id"
      where n."kind" = any (${[...urgentKinds]}) and n."readAt" is null and n."digestId" is null
        and p."deactivatedAt" is null and m."pace" is distinct from 'never'
      for update of n skip locked`
    const people = [...new Set(rows.map(({ personId }) => personId))]
    const made = people.map((personId) => ({ id: newId(now), personId, createdAt: now }))
    await db.digest.createMany({ data: made })
    for (const { id, personId } of made) {
      const of = rows.filter((row) => row.personId === personId).map((row) => row.id)
      await db.notification.updateMany({ where: { id: { in: of } }, data: { digestId: id } })
    }
    await db.outbox.createMany({ data: made.map(({ id }) => mailJob(id, now)) })
  })
}

/** The people of the sample company have addresses nobody reads. */
const hasReaders = async (db: Db): Promise<boolean> =>
  (await db.organization.findFirst({ select: { sample: true } }))?.sample === false

/** Told not before `availableAt`: quiet hours hold a mail back that could not be delivered before them. */
export const mailJob = (digestId: string, now: Date, availableAt = now) => ({
  id: newId(now),
  topic: 'mail',
  subjectKind: 'digest',
  subjectId: digestId,
  createdAt: now,
  availableAt,
})
