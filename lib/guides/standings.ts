import type { Work } from '#lib/context.ts'
import { type GuideSummary, guideState, NOTHING_SAID, readBy, type Said } from './model.ts'
import type { GuideListed } from './schema.ts'

/** What was said of each guide that anything was said of, by its slug, as far as this actor may see. */
export async function whatWasSaid({ db }: Work): Promise<Record<string, Said>> {
  const rows = await db.$queryRaw<(Said & { slug: string })[]>`
    select g."slug",
      (select count(*)::int from "GuideFlag" f where f."guideId" = g."id"
        and not exists (select 1 from "GuideAnswer" a where a."flagId" = f."id")) as "contested",
      (select max(a."until")::text from "GuideAnswer" a where a."guideId" = g."id") as "until"
    from "Guide" g order by g."slug"`
  return Object.fromEntries(rows.map(({ slug, contested, until }) => [slug, { contested, until }]))
}

export function presentListed(guide: GuideSummary, said: Said = NOTHING_SAID, today: string): GuideListed {
  const { slug, title, summary, owner, stage, level, mechanisms } = guide
  return {
    slug,
    title,
    summary,
    owner,
    stage,
    level,
    mechanisms: [...mechanisms],
    contested: said.contested,
    reviewBy: readBy(guide, said),
    state: guideState(guide, said, today),
  }
}
