import type { Db } from '#lib/context.ts'
import { UNUSED_DAYS } from './model.ts'

/**
 * Removes pictures that no text has mentioned for some days: not the one being written, no frozen revision, no suggestion.
 * As the owner, because it looks at every postmortem. What is mentioned again meanwhile stays.
 */
export async function removeUnusedImages(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - UNUSED_DAYS * 24 * 60 * 60_000)
  await db.$executeRaw`
    update "Image" i set "unusedSince" = case when mentioned.it then null else coalesce(i."unusedSince", ${now}) end
      from (select "postmortemId", "id", (
          exists (select 1 from "Section" s where s."postmortemId" = j."postmortemId" and strpos(s."body", j."id"::text) > 0)
          or exists (select 1 from "Revision" r where r."postmortemId" = j."postmortemId" and strpos(r."content"::text, j."id"::text) > 0)
          or exists (select 1 from "Thread" t where t."postmortemId" = j."postmortemId" and strpos(t."replacement", j."id"::text) > 0)
        ) as it from "Image" j) mentioned
     where mentioned."postmortemId" = i."postmortemId" and mentioned."id" = i."id"
       and (i."unusedSince" is null) <> mentioned.it`
  return db.$executeRaw`delete from "Image" where "unusedSince" < ${before}`
}
