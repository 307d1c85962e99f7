import type { Work } from '#lib/context.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { tellMentioned } from './mentioned.ts'
import { applyUpdates, refuseBrokenText, type Update, writeUpdate } from './model.ts'

/** Everybody who has the document open hears of it after the commit, in this process and in others. */
export const CHANNEL = 'firebreak_sections'
export type Heard = { document: string; key: string; version: number }

export type Locked = { postmortemId: string; key: string; version: number; body: string }

/** Whoever holds this row decides what comes next in the section; others wait. */
export async function lockSection({ db }: Work, postmortemId: string, key: string): Promise<Locked | undefined> {
  const [row] = await db.$queryRaw<Locked[]>`
    select "postmortemId", "key", "version", "body" from "Section"
     where "postmortemId" = ${postmortemId}::uuid and "key" = ${key} for update`
  return row
}

/** Writes updates and the text they lead to, as one. The section must be locked, and the updates made in its text. */
export async function append(work: Work, section: Locked, updates: readonly Update[]): Promise<Locked> {
  const { db, now, actor } = work
  const body = applyUpdates(section.body, updates)
  refuseBrokenText(body)
  const { postmortemId, key } = section
  const version = section.version + updates.length
  const personId = actor.kind === 'person' ? actor.personId : null
  await db.sectionUpdate.createMany({
    data: updates.map((update, index) => {
      const { client, changes } = writeUpdate(update)
      const at = section.version + index + 1
      return { postmortemId, key, version: at, client, personId, changes: changes as Prisma.InputJsonValue, at: now }
    }),
  })
  const heard: Heard = { document: postmortemId, key, version }
  // The embedded database has no one to tell but itself, and is told the same way.
  await db.$executeRaw`
    with told as (select pg_notify(${CHANNEL}, ${JSON.stringify(heard)}))
    update "Section" set "body" = ${body}, "version" = ${version}, "updatedAt" = ${now} from told
     where "postmortemId" = ${postmortemId}::uuid and "key" = ${key}`
  // A keystroke names nobody; the whole text is only looked at when it might.
  if (body.includes('](/people/')) await tellMentioned(work, { postmortemId, before: section.body, after: body })
  return { ...section, version, body }
}
