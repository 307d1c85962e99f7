import type { Work } from '#lib/context.ts'
import { localFromDate } from '#lib/time.ts'
import { type GuideSummary, guideState, NOTHING_SAID, readBy, type Said } from './model.ts'
import type { GuideListed } from './schema.ts'

/** What was said of each guide that anything was said of, by its slug, as far as this actor may see. */
export async function whatWasSaid({ db }: Work): Promise<Record<string, Said>> {
  const rows = await db.guide.findMany({
    select: {
      slug: true,
      _count: { select: { flags: { where: { answer: null } } } },
      answers: { where: { until: { not: null } }, orderBy: { until: 'desc' }, take: 1, select: { until: true } },
    },
  })
  return Object.fromEntries(
    rows.map(({ slug, _count: { flags }, answers: [newest] }) => [
      slug,
      { contested: flags, until: newest?.until ? localFromDate(newest.until) : null },
    ]),
  )
}

export function presentListed(guide: GuideSummary, said: Said = NOTHING_SAID, today: string): GuideListed {
  const { slug, title, summary, owner, stage, level, mechanisms } = guide
  return {
    ...{ slug, title, summary, owner, stage, level, mechanisms: [...mechanisms], contested: said.contested },
    ...{ reviewBy: readBy(guide, said), state: guideState(guide, said, today) },
  }
}
