import type { AsOwner } from './outbox.ts'

/** Somebody at work on a record says nothing yet to those who wait for it. */
const quiet = [
  'postmortem.edited',
  'postmortem.image_added',
  'incident.timeline_changed',
  'incident.evidence_gathered',
  'incident.evidence_discarded',
]

/** What a server that was off for a day still tells. */
const BACK_MS = 24 * 60 * 60_000

/**
 * Tells those who watch a record what happened to it, however often it is run: a person is told an event once, and not
 * at all where something else told them at that moment. Nobody is told what they did themselves.
 */
export async function tellWatchers({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  const from = new Date(now.getTime() - BACK_MS)
  await asOwner(
    (db) => db.$executeRaw`
    insert into "Notification" ("id", "personId", "kind", "subjectKind", "subjectId", "actorId", "key", "data", "createdAt")
    select gen_random_uuid(), w."personId", 'watched', e."subjectKind", e."subjectId", e."actorId",
      'watched ' || e."id", jsonb_build_object('event', e."id"), e."at"
    from "Event" e join "Watcher" w on w."subjectId" = e."subjectId"
    where e."at" > ${from} and e."at" > w."since" and e."actorId" is distinct from w."personId"
      and e."name" <> all (${quiet})
      and not exists (select 1 from "Notification" n where n."personId" = w."personId" and n."subjectId" = e."subjectId"
        and n."createdAt" = e."at")
    on conflict ("personId", "key") do nothing`,
  )
}
