import type { Work } from '#lib/context.ts'
import { localDate, localFromDate } from '#lib/time.ts'
import { circlesIn, isLapsed, type Kpis, kpisOf, redundancyState } from './model.ts'

/** More entries than any register anybody keeps by hand. */
const ENTRIES_MAX = 5_000

export async function registerKpis({ db, now }: Work): Promise<Kpis> {
  const rows = await db.risk.findMany({
    where: { closed: false },
    select: {
      closed: true,
      score: true,
      redundancy: true,
      breakGlass: true,
      acceptedUntil: true,
      team: { select: { zone: true } },
      services: { select: { service: { select: { tier: true } } } },
      tests: { orderBy: [{ testedOn: 'desc' }, { id: 'desc' }], take: 1, select: { testedOn: true, passed: true } },
    },
    orderBy: { id: 'asc' },
    take: ENTRIES_MAX,
  })
  return kpisOf(
    rows.map(({ closed, score, redundancy, breakGlass, acceptedUntil, team, services, tests: [test] }) => {
      const today = localDate(now, team.zone)
      const newest = test ? { testedOn: localFromDate(test.testedOn), passed: test.passed } : null
      return {
        closed,
        score,
        breakGlass,
        tier: services.length > 0 ? Math.min(...services.map(({ service }) => service.tier)) : null,
        state: redundancyState(redundancy, newest, today),
        lapsed: isLapsed({ acceptedUntil: acceptedUntil && localFromDate(acceptedUntil), today }),
      }
    }),
  )
}

export type Circle = { number: number; title: string }[]

/** Entries that need each other to recover, among those still open. */
export async function circlesOfRegister({ db }: Work): Promise<Circle[]> {
  const rows = await db.riskDependency.findMany({
    where: { from: { closed: false }, to: { closed: false } },
    select: {
      from: { select: { number: true, component: true } },
      to: { select: { number: true, component: true } },
    },
    take: ENTRIES_MAX * 4,
  })
  const titles = new Map(rows.flatMap(({ from, to }) => [from, to]).map((one) => [one.number, one.component]))
  const circles = circlesIn(rows.map(({ from, to }) => ({ from: from.number, to: to.number })))
  return circles.map((circle) => circle.map((number) => ({ number, title: titles.get(number) ?? '' })))
}
