import type { Work } from '#lib/context.ts'
import { readBy } from '#lib/guides/model.ts'
import { listGuides } from '#lib/guides/queries.ts'
import { whatWasSaid } from '#lib/guides/standings.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { RECENT_DAYS } from '#lib/mechanisms/model.ts'
import { addDays } from '#lib/time.ts'
import { boundsOf, type Week } from './model.ts'

/** Of each kind; a week with more is read in the lists themselves. */
const NAMED_MAX = 50

type Bounds = ReturnType<typeof boundsOf>

/** What happened in that week, of what this actor may see. */
export async function getWeek(work: Work, { monday, zone }: { monday: string; zone: string }): Promise<Week> {
  const bounds = boundsOf(monday, zone)
  return {
    monday,
    published: await work.db.postmortem.findMany({
      where: { state: 'published', publishedAt: { gte: bounds.from, lt: bounds.until } },
      select: { number: true, title: true },
      orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
      take: NAMED_MAX,
    }),
    mechanisms: await metAgain(work, bounds),
    items: await proven(work, bounds),
    guides: await guidesDue(work, monday),
  }
}

async function metAgain({ db }: Work, { from, until }: Bounds): Promise<Week['mechanisms']> {
  const rows = await db.$queryRaw<{ code: string; incidents: number }[]>`
    select m.code, count(*)::int as incidents from "Incident" i cross join lateral unnest(i."mechanisms") m(code)
    where i."occurredAt" >= ${from} and i."occurredAt" < ${until}
      and exists (select 1 from "Incident" e where m.code = any(e."mechanisms") and e."id" <> i."id"
        and e."occurredAt" <= i."occurredAt" and e."occurredAt" >= i."occurredAt" - ${RECENT_DAYS} * interval '1 day')
    group by m.code order by 2 desc, 1 limit ${NAMED_MAX}`
  return rows.map(({ code, incidents }) => ({ code, incidents, name: findMechanism(code)?.name ?? code }))
}

/** Each by what was said of it last. */
async function proven({ db }: Work, { from, until }: Bounds): Promise<Week['items']> {
  const steps = await db.progress.findMany({
    where: { kind: { in: ['verified', 'regressed'] }, at: { gte: from, lt: until } },
    select: { kind: true, actionItem: { select: { id: true, number: true, title: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: NAMED_MAX,
  })
  const last = new Map(steps.toReversed().map((step) => [step.actionItem.id, step]))
  return [...last.values()].map(({ kind, actionItem: { number, title } }) => ({
    number,
    title,
    outcome: kind === 'verified' ? 'verified' : 'regressed',
  }))
}

async function guidesDue(work: Work, monday: string): Promise<Week['guides']> {
  const said = await whatWasSaid(work)
  const until = addDays(monday, 14)
  return (await listGuides())
    .map((guide) => {
      const { slug, title, reviewBy } = guide
      const own = said[slug]
      return { slug, title, reviewBy: own ? readBy(guide, own) : reviewBy }
    })
    .filter(({ reviewBy }) => reviewBy >= monday && reviewBy < until)
    .slice(0, NAMED_MAX)
}
