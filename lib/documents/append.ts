import type { Work } from '#lib/context.ts'
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
  const written = updates.map((update, index) => ({ ...writeUpdate(update), version: section.version + index + 1 }))
  const heard: Heard = { document: postmortemId, key, version }
  // One statement, because it is written as often as people type. The embedded database has no one to tell but itself, and
  // is told the same way.
  await db.$executeRaw`
    with told as (select pg_notify(${CHANNEL}, ${JSON.stringify(heard)})),
    written as (
      insert into "SectionUpdate" ("postmortemId", "key", "version", "client", "personId", "changes", "at")
      select ${postmortemId}::uuid, ${key}, u."version", u."client", ${personId}::uuid, u."changes", ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as u("version" int, "client" text, "changes" jsonb))
    update "Section" set "body" = ${body}, "version" = ${version}, "updatedAt" = ${now} from told
     where "postmortemId" = ${postmortemId}::uuid and "key" = ${key}`
  // A keystroke names nobody; the whole text is only looked at when it might.
  if (body.includes('](/people/')) await tellMentioned(work, { postmortemId, before: section.body, after: body })
  return { ...section, version, body }
}
