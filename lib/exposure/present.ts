import type { Work } from '#lib/context.ts'
import { localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { isAged, tallyOf } from './model.ts'
import type { CellOut, SweepListed, SweepOut } from './schema.ts'

export const withAnswers = {
  closure: true,
  program: { select: { number: true, name: true } },
  targets: {
    include: {
      service: { include: { team: true } },
      answers: { orderBy: [{ at: 'desc' }, { id: 'desc' }] },
      items: { include: { actionItem: { select: { number: true, title: true, closed: true } } } },
      risks: { select: { number: true, component: true }, orderBy: { number: 'asc' } },
    },
    orderBy: [{ service: { team: { slug: 'asc' } } }, { service: { tier: 'asc' } }, { service: { slug: 'asc' } }],
  },
} as const satisfies Prisma.SweepInclude

type Row = Prisma.SweepGetPayload<{ include: typeof withAnswers }>
type Target = Row['targets'][number]

export function presentListed(row: Row): SweepListed {
  const { number, mechanism, question, closure, createdAt, program, targets } = row
  return {
    number,
    mechanism,
    question,
    createdAt: createdAt.toISOString(),
    dueOn: row.dueOn && localFromDate(row.dueOn),
    closedAt: closure?.at.toISOString() ?? null,
    program: program && { number: program.number, title: program.name },
    tally: tallyOf(targets.map(({ answers: [newest] }) => ({ state: newest?.answer ?? 'unanswered' }))),
  }
}

export async function presentSweep({ db, now }: Work, row: Row): Promise<SweepOut> {
  const by = row.targets.flatMap(({ answers }) => answers.flatMap(({ byId }) => byId ?? []))
  const people = await db.person.findMany({ where: { id: { in: by } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    ...presentListed(row),
    background: row.background,
    closureNote: row.closure?.note ?? '',
    targets: row.targets.map((target) => ({
      ...cellOf(row, target, now),
      answers: target.answers.map(({ answer, url, note, byId, at }) => ({
        answer,
        url,
        note,
        at: at.toISOString(),
        by: names.get(byId ?? '') ?? 'Firebreak',
      })),
      items: target.items.map(({ actionItem }) => actionItem),
      risks: target.risks.map(({ number, component }) => ({ number, title: component })),
    })),
  }
}

function cellOf({ number, mechanism }: Row, { id, service, answers: [newest] }: Target, now: Date): CellOut {
  const { slug, name, tier, team } = service
  return {
    id,
    sweep: number,
    mechanism,
    service: { slug, name, tier, team: { slug: team.slug, name: team.name } },
    state: newest?.answer ?? 'unanswered',
    aged: newest ? isAged(newest.at, now) : false,
    url: newest?.url ?? '',
    note: newest?.note ?? '',
    at: newest?.at.toISOString() ?? null,
  }
}
