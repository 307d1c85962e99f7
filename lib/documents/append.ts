import type { Work } from '#lib/context.ts'
import { tellMentioned } from './mentioned.ts'
import { applyUpdates, type Locked, refuseBrokenText, type SentUpdate, type Update, writeUpdate } from './model.ts'

/** Everybody who has the document open hears of it after the commit, in this process and in others. */
export const CHANNEL = 'firebreak_sections'
/** The updates that led to this version, unless they are too long to be told: then they have to be read. */
export type Heard = { document: string; key: string; version: number; updates?: SentUpdate[] }

/** The same about what the document is called. */
export type Renamed = { document: string; title: string }

export const tellTitle = ({ db }: Work, renamed: Renamed) =>
  db.$executeRaw`select pg_notify(${CHANNEL}, ${JSON.stringify(renamed)})`

/** PostgreSQL carries 8,000 bytes, the rest of the sentence among them. */
const TOLD_MAX = 7_500

/** Whoever holds this row decides what comes next in the section; others wait. */
export async function lockSection({ db }: Work, postmortemId: string, key: string): Promise<Locked | undefined> {
  const [row] = await db.$queryRaw<Locked[]>`
    select "postmortemId", "key", "version", "body" from "Section"
     where "postmortemId" = ${postmortemId}::uuid and "key" = ${key} for update`
  return row
}

/** What is to happen in one section. It must be locked, and the updates made in its text. */
type Appending = { section: Locked; updates: readonly Update[] }

/** Writes updates and the texts they lead to, as one. One statement, because it is written as often as people type. */
export async function append(work: Work, appending: readonly Appending[]): Promise<Locked[]> {
  const { db, now, actor } = work
  const personId = actor.kind === 'person' ? actor.personId : null
  const after = appending.map(({ section, updates }) => {
    const body = applyUpdates(section.body, updates)
    refuseBrokenText(body)
    return { ...section, version: section.version + updates.length, body }
  })
  const written = appending.flatMap(({ section: { postmortemId, key, version }, updates }) =>
    updates.map((update, index) => ({ ...writeUpdate(update), postmortemId, key, version: version + index + 1 })),
  )
  const heard = after.map(({ postmortemId, key, version }, index): Heard => {
    const updates = (appending[index]?.updates ?? []).map(writeUpdate)
    const isShort = Buffer.byteLength(JSON.stringify(updates)) <= TOLD_MAX
    return { document: postmortemId, key, version, ...(isShort && { updates }) }
  })
  // The embedded database has no one to tell but itself, and is told the same way.
  await db.$executeRaw`
    with told as (select count(pg_notify(${CHANNEL}, h::text)) from json_array_elements(${JSON.stringify(heard)}::json) h),
    written as (
      insert into "SectionUpdate" ("postmortemId", "key", "version", "client", "personId", "changes", "at")
      select u."postmortemId", u."key", u."version", u."client", ${personId}::uuid, u."changes", ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
          as u("postmortemId" uuid, "key" text, "version" int, "client" text, "changes" jsonb))
    update "Section" s set "body" = a."body", "version" = a."version", "updatedAt" = ${now}
      from told, jsonb_to_recordset(${JSON.stringify(after)}::jsonb)
        as a("postmortemId" uuid, "key" text, "version" int, "body" text)
     where s."postmortemId" = a."postmortemId" and s."key" = a."key"`
  // A keystroke names nobody; the whole text is only looked at when it might.
  for (const [index, { section }] of appending.entries()) {
    const { body = '' } = after[index] ?? {}
    if (body.includes('](/people/'))
      await tellMentioned(work, { postmortemId: section.postmortemId, before: section.body, after: body })
  }
  return after
}
