import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { invalid, notFound, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { presentRisk, whole } from './present.ts'
import type { ListRisksInput, RiskOut } from './schema.ts'

export type RiskFilter = z.output<typeof ListRisksInput>
export const statuses = ['open', 'undecided', 'accepted', 'lapsed', 'closed', 'all'] as const

/** Acceptances that ended stand first, whatever their score; then what weighs most. */
export async function listRisks(work: Work, input: RiskFilter): Promise<Page<RiskOut>> {
  const { db, now } = work
  const after = decodeCursor(input.cursor, z.number(), z.number(), z.guid())
  const lapsed = await lapsedByZone(work)
  const where = await matching(work, input)
  const part = async (isLapsed: boolean, from: { score: number; id: string } | null) =>
    db.risk.findMany({
      where: {
        AND: [where, isLapsed ? lapsed : { OR: [{ acceptedUntil: null }, { NOT: lapsed }] }, from ? later(from) : {}],
      },
      include: whole,
      orderBy: [{ score: 'desc' }, { id: 'asc' }],
      take: input.limit + 1,
    })
  const from = after && { score: after[1], id: after[2] }
  const beyond = after?.[0] === 0
  const first = beyond ? [] : await part(true, from)
  const rest = first.length > input.limit ? [] : await part(false, beyond ? from : null)
  const rows = [...first.map((row) => ({ row, lapsed: true })), ...rest.map((row) => ({ row, lapsed: false }))]
  const { items, nextCursor } = pageOf(rows, input.limit, ({ row: { score, id }, lapsed }) => [
    lapsed ? 1 : 0,
    score,
    id,
  ])
  return { items: items.map(({ row }) => presentRisk(row, now)), nextCursor }
}

const later = ({ score, id }: { score: number; id: string }) => ({
  OR: [{ score: { lt: score } }, { score, id: { gt: id } }],
})

/** How many there are of each status, under the same other filters. */
export async function countRisks(work: Work, input: RiskFilter): Promise<Record<RiskFilter['status'], number>> {
  const count = async (status: RiskFilter['status']) =>
    work.db.risk.count({ where: await matching(work, { ...input, status }) })
  return {
    open: await count('open'),
    undecided: await count('undecided'),
    accepted: await count('accepted'),
    lapsed: await count('lapsed'),
    closed: await count('closed'),
    all: await count('all'),
  }
}

async function matching(
  work: Work,
  { q, status, layer, domain, redundancy, team, service, owner, program }: RiskFilter,
): Promise<Prisma.RiskWhereInput> {
  const lapsed = status === 'lapsed' || status === 'accepted' ? await lapsedByZone(work) : {}
  return {
    ...(q && { component: { contains: q, mode: 'insensitive' } }),
    ...(status !== 'all' && { closed: status === 'closed' }),
    ...(status === 'undecided' && { treatment: null }),
    ...(status === 'accepted' && { treatment: 'accept', NOT: lapsed }),
    ...(status === 'lapsed' && lapsed),
    ...(layer && { layer }),
    ...(domain && { domain }),
    ...(redundancy && { redundancy }),
    ...(team && { team: { slug: team } }),
    ...(service && { services: { some: { service: { slug: service } } } }),
    ...(owner && { ownerId: owner }),
    ...(program && { program: { number: program } }),
  }
}

/** An acceptance ends when the owning team's own calendar says so. */
async function lapsedByZone({ db, now }: Work): Promise<Prisma.RiskWhereInput> {
  const zones = await db.team.findMany({ distinct: ['zone'], select: { zone: true } })
  return {
    closed: false,
    OR: zones.map(({ zone }) => ({
      team: { zone },
      acceptedUntil: { lte: dateFromLocal(addDays(localDate(now, zone), -1)) },
    })),
  }
}

export async function getRisk(work: Work, number: number): Promise<RiskOut> {
  const row = await work.db.risk.findUnique({ where: { number }, include: whole })
  return row ? presentRisk(row, work.now) : refuse(notFound)
}

export async function riskById(work: Work, id: string): Promise<RiskOut> {
  return presentRisk(await work.db.risk.findUniqueOrThrow({ where: { id }, include: whole }), work.now)
}

/** The row as policy and transitions need it, locked until the transaction ends. */
export async function lockRisk({ db }: Work, number: number) {
  await db.$queryRaw`select 1 from "Risk" where "number" = ${number} for update`
  return (await db.risk.findUnique({ where: { number } })) ?? refuse(notFound)
}

/** Entries that somebody names in a form. */
export async function riskIds({ db }: Work, numbers: readonly number[], field: string): Promise<string[]> {
  const rows = await db.risk.findMany({ where: { number: { in: [...numbers] } }, select: { id: true } })
  return rows.length === new Set(numbers).size
    ? rows.map(({ id }) => id)
    : refuse(invalid(field, 'Choose entries that are in the register.'))
}

/** For choosing one in a form: 300 is as far as a native list stays usable. */
export async function listRiskOptions({ db }: Work): Promise<{ number: number; component: string }[]> {
  return db.risk.findMany({
    where: { closed: false },
    select: { number: true, component: true },
    orderBy: [{ component: 'asc' }, { id: 'asc' }],
    take: 300,
  })
}
