import { randomUUID } from 'node:crypto'
import { settingsOf } from '#lib/actor.ts'
import type { Db, Work } from '#lib/context.ts'
import { answersTo } from '#lib/notifications/model.ts'
import { listDigested } from '#lib/notifications/queries.ts'
import { mailJob } from './gather.ts'
import { isQuiet, shippedSettings } from './model.ts'
import { reader, readerOf } from './reader.ts'
import { type DigestLine, type Mail, messageId, writeDigest } from './write.ts'

type Database = {
  asOwner: <T>(run: (db: Db) => Promise<T>) => Promise<T>
  transaction: <T>(settings: Record<string, string>, run: (db: Db) => Promise<T>) => Promise<T>
}

export type Post = (mail: Mail & { to: string; messageId: string; unsubscribe: string }) => Promise<void>

/** Longer than handing a mail over may take, so that nobody believes too early that this process died. */
const CLAIM_MS = 60_000
const HALF_HOUR_MS = 30 * 60_000

/**
 * Hands one digest to the mail server, once. It is written now and as its reader, so it says nothing of what was closed
 * to them meanwhile; what they read meanwhile is left out. In their quiet hours it waits.
 */
export async function deliverDigest(
  { database, post, origin }: { database: Database; post: Post; origin: string },
  { digestId, now }: { digestId: string; now: Date },
): Promise<void> {
  const digest = await claim(database, digestId, now)
  if (!digest) return
  const { person } = digest
  const settings = person.mail ?? shippedSettings
  if (isQuiet(now, person.zone, settings))
    return holdBack(database, digestId, now, endOfQuiet(now, person.zone, settings))
  try {
    const lines = person.deactivatedAt || settings.pace === 'never' ? [] : await linesOf(database, digest, now)
    if (lines.length > 0) {
      const mail = writeDigest({ name: person.name, lines, origin, urgent: digest.day === null })
      const unsubscribe = `${origin}/settings/mail`
      await post({ ...mail, to: person.email, messageId: messageId(digestId, origin), unsubscribe })
    }
    await database.asOwner((db) =>
      db.digest.update({ where: { id: digestId }, data: { sentAt: now, claimedUntil: null } }),
    )
  } catch (error) {
    await database.asOwner((db) => db.digest.update({ where: { id: digestId }, data: { claimedUntil: null } }))
    throw error
  }
}

/** Null when it is sent already. Another process that is at it may have died, so then this is tried again. */
async function claim({ asOwner }: Database, id: string, now: Date) {
  return asOwner(async (db) => {
    const free = { id, sentAt: null, OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] }
    const claimedUntil = new Date(now.getTime() + CLAIM_MS)
    const { count } = await db.digest.updateMany({ where: free, data: { claimedUntil } })
    const digest = await db.digest.findUnique({ where: { id }, include: { person: { include: reader } } })
    if (count === 0 && digest?.sentAt === null) throw new Error('Another process is handing this mail over.')
    return count === 0 ? null : digest
  })
}

type Digest = NonNullable<Awaited<ReturnType<typeof claim>>>

async function linesOf(database: Database, { id, person }: Digest, now: Date): Promise<DigestLine[]> {
  const actor = readerOf(person, id)
  return database.transaction(settingsOf(actor), async (db) => {
    const work: Work = { actor, now, requestId: randomUUID(), db }
    const told = await listDigested(work, id)
    return told.flatMap(({ kind, says, subject, restricted }) =>
      subject
        ? [
            {
              says,
              label: restricted ? null : subject.label,
              href: subject.href,
              answers: answersTo(kind, subject.href),
            },
          ]
        : [],
    )
  })
}

/** It is no failure, so it gets a new turn instead of a later try of this one. */
async function holdBack({ asOwner }: Database, id: string, now: Date, until: Date): Promise<void> {
  await asOwner(async (db) => {
    await db.digest.update({ where: { id }, data: { claimedUntil: null } })
    await db.outbox.create({ data: mailJob(id, now, until) })
  })
}

function endOfQuiet(now: Date, zone: string, quiet: { quietFrom: number; quietUntil: number }): Date {
  let at = now
  while (isQuiet(at, zone, quiet)) at = new Date(at.getTime() + HALF_HOUR_MS)
  return at
}
