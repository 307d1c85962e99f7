import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { presentListed, presentSweep, withAnswers } from './present.ts'
import type { ListSweepsInput, SweepListed, SweepOut } from './schema.ts'

export async function listSweeps(
  work: Work,
  { cursor, limit, status, mechanism, program }: z.output<typeof ListSweepsInput>,
): Promise<Page<SweepListed>> {
  const after = decodeCursor(cursor, z.number())
  const where: Prisma.SweepWhereInput = {
    ...(status === 'open' && { closure: null }),
    ...(status === 'closed' && { closure: { isNot: null } }),
    ...(mechanism && { mechanism }),
    ...(program && { program: { number: program } }),
    ...(after && { number: { lt: after[0] } }),
  }
  const rows = await work.db.sweep.findMany({
    where,
    include: withAnswers,
    orderBy: { number: 'desc' },
    take: limit + 1,
  })
  return pageOf(
    rows.map((row) => presentListed(row)),
    limit,
    ({ number }) => [number],
  )
}

export async function getSweep(work: Work, number: number): Promise<SweepOut> {
  const row = await work.db.sweep.findUnique({ where: { number }, include: withAnswers })
  return row ? presentSweep(work, row) : refuse(notFound)
}

/** The row as policy and transitions need it, locked until the transaction ends. */
export async function lockSweep({ db }: Work, number: number) {
  await db.$queryRaw`select 1 from "Sweep" where "number" = ${number} for update`
  return (await db.sweep.findUnique({ where: { number }, include: { closure: true } })) ?? refuse(notFound)
}

/** The service that somebody makes an item or an entry of. */
export async function getTarget({ db }: Work, id: string) {
  const row = await db.sweepTarget.findUnique({
    where: { id },
    include: { sweep: true, service: { include: { team: { select: { slug: true } } } } },
  })
  if (!row) return refuse(notFound)
  const { sweep, service } = row
  const mechanism = { code: sweep.mechanism, name: findMechanism(sweep.mechanism)?.name ?? sweep.mechanism }
  return {
    id,
    mechanism,
    question: sweep.question,
    sweep: sweep.number,
    service: { slug: service.slug, name: service.name, team: service.team.slug },
  }
}
