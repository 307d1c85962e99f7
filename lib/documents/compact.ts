import type { Db } from '#lib/context.ts'

/** Somebody back from a month away gets the whole text anew; a busy section keeps as many as an editor catches up at once. */
const KEPT_DAYS = 30
const KEPT_UPDATES = 2_000

/** Forgets how a section came to be long ago. The text itself is always the newest snapshot, so nothing has to be folded first. */
export function forgetOldUpdates(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000)
  return db.$executeRaw`
    delete from "SectionUpdate" u using "Section" s
     where s."postmortemId" = u."postmortemId" and s."key" = u."key"
       and u."at" < ${before} and u."version" <= s."version" - ${KEPT_UPDATES}`
}
