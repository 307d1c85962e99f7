import type { Db } from '#lib/context.ts'

/** A transaction that no policy binds: the serving role may put work here and never look at it. */
export type AsOwner = <T>(run: (db: Db) => Promise<T>, options?: { timeoutMs?: number }) => Promise<T>

/** Everything that waits for one subject, claimed together: however often it changed, it is looked at once. */
export type Job = { topic: string; subjectKind: string; subjectId: string; ids: string[]; attempts: number }

/** Longer than any job takes; after it another process may believe that this one died. */
const LEASE_MS = 60_000

/** Small enough that a batch is done well within its lease. */
const BATCH = 20

/** 2 s, 4 s, 8 s … up to ten minutes: a repaired engine is found soon, a broken one is not hammered. */
const backoffMs = (attempts: number) => Math.min(1_000 * 2 ** attempts, 600_000)

/**
 * A search server on a network may hang for as long as it likes: what waits for it stands in a lane of its own, where
 * nothing else waits behind it.
 */
export type Lane = 'main' | 'mirror'
type Claim = { batch?: number; lane?: Lane }

/**
 * Takes the oldest work nobody else is doing. A subject somebody is working on stays with them, because two of them
 * could read the row in one order and write the index in the other.
 */
export async function claim(asOwner: AsOwner, now: Date, { batch = BATCH, lane = 'main' }: Claim = {}): Promise<Job[]> {
  return asOwner(async (db) => {
    // Claims take turns; otherwise two could each take one row of the same subject and not see the other's lease.
    await db.$executeRaw`select pg_advisory_xact_lock(7267231)`
    return db.$queryRaw<Job[]>`
      with waiting as (
        select o."id", o."topic", o."subjectKind", o."subjectId" from "Outbox" o
        where (o."topic" = 'mirror') = ${lane === 'mirror'} and o."availableAt" <= ${now} and (o."claimedUntil" is null or o."claimedUntil" <= ${now})
          and not exists (select 1 from "Outbox" busy where busy."subjectId" = o."subjectId" and busy."topic" = o."topic"
            and busy."claimedUntil" > ${now})
        order by o."availableAt", o."id" limit ${batch * 5} for update skip locked
      ), subjects as (
        select w."topic", w."subjectKind", w."subjectId" from waiting w group by 1, 2, 3 order by min(w."id"::text) limit ${batch}
      ), claimed as (
        update "Outbox" o set "claimedUntil" = ${new Date(now.getTime() + LEASE_MS)}, "attempts" = o."attempts" + 1
        from waiting w join subjects s using ("topic", "subjectKind", "subjectId") where o."id" = w."id"
        returning o."id", o."topic", o."subjectKind", o."subjectId", o."attempts", o."createdAt"
      )
      select "topic", "subjectKind", "subjectId", array_agg("id"::text) as ids, max("attempts") as attempts
      from claimed group by 1, 2, 3 order by min("createdAt"), min("id"::text)`
  })
}

/** Only what was claimed is removed: a change that came meanwhile has a row of its own, and its turn. */
export async function finish(asOwner: AsOwner, jobs: readonly Job[]): Promise<void> {
  const ids = jobs.flatMap((job) => job.ids)
  if (ids.length > 0) await asOwner((db) => db.outbox.deleteMany({ where: { id: { in: ids } } }))
}

/** Gives a job back for later. Nothing is ever given up: an index that misses a record for ever is worse than a retry. */
export async function giveBack(asOwner: AsOwner, job: Job, error: unknown, now: Date): Promise<void> {
  const availableAt = new Date(now.getTime() + backoffMs(job.attempts))
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500).replaceAll('\0', '')
  await asOwner((db) =>
    db.outbox.updateMany({ where: { id: { in: job.ids } }, data: { claimedUntil: null, availableAt, lastError } }),
  )
}
