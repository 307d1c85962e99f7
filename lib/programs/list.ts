import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { decodeCursor, type Page, pageOf } from '#lib/page.ts'
import { dateFromLocal, isOverdue, localDate, localFromDate } from '#lib/time.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { presentProgram, whole } from './present.ts'
import type { ListProgramsInput, ProgramLine } from './schema.ts'
import type { Colour, ProgramState } from './vocabulary.ts'

type Filter = z.output<typeof ListProgramsInput>
type Status = Filter['status']

const statesOf: Record<Status, ProgramState[]> = {
  running: ['active', 'sustaining'],
  planned: ['proposed', 'chartered'],
  ended: ['closed', 'stopped'],
  all: ['proposed', 'chartered', 'active', 'sustaining', 'closed', 'stopped'],
}

const newest = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }
const line = {
  ...whole,
  health: { orderBy: { on: 'desc' as const }, take: 1 },
  overrides: newest,
  milestones: { include: { plans: newest, steps: newest } },
} as const satisfies Prisma.ProgramInclude
type Row = Prisma.ProgramGetPayload<{ include: typeof line }>

/** By name, with how each stood when its health was last computed, and what comes next. */
export async function listPrograms(work: Work, input: Filter): Promise<Page<ProgramLine>> {
  const after = decodeCursor(input.cursor, z.string(), z.guid())
  const rows = await work.db.program.findMany({
    where: {
      AND: [
        await matching(work, input),
        after ? { OR: [{ name: { gt: after[0] } }, { name: after[0], id: { gt: after[1] } }] } : {},
      ],
    },
    include: line,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: input.limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, input.limit, ({ name, id }) => [name, id])
  const late = await lateItems(work, items)
  return { nextCursor, items: items.map((row) => presentLine(row, late.get(row.id) ?? 0, work.now)) }
}

/** How many there are of each status, under the same other filters. */
export async function countPrograms(work: Work, input: Filter): Promise<Record<Status, number>> {
  const count = async (status: Status) => work.db.program.count({ where: await matching(work, { ...input, status }) })
  return {
    running: await count('running'),
    planned: await count('planned'),
    ended: await count('ended'),
    all: await count('all'),
  }
}

async function matching(
  work: Work,
  { q, status, kind, team, mechanism, colour }: Filter,
): Promise<Prisma.ProgramWhereInput> {
  const where: Prisma.ProgramWhereInput = {
    state: { in: statesOf[status] },
    ...(q && { OR: [{ name: { contains: q, mode: 'insensitive' } }, { key: { contains: q.toLowerCase() } }] }),
    ...(kind && { kind }),
    ...(team && { teams: { some: { team: { slug: team } } } }),
    ...(mechanism && { watches: { some: { mechanism, endedAt: null } } }),
  }
  return colour ? { AND: [where, { id: { in: await idsOfColour(work, where, colour) } }] } : where
}

/** Which colour holds depends on the day it is where the program is, so it is read and not asked for. */
async function idsOfColour({ db, now }: Work, where: Prisma.ProgramWhereInput, colour: Colour): Promise<string[]> {
  const { health, overrides } = line
  const rows = await db.program.findMany({ where, select: { id: true, zone: true, health, overrides } })
  const holds = rows.filter((row) => {
    const stated = statedOf(row.overrides, localDate(now, row.zone))
    return (stated ?? row.health[0])?.colour === colour
  })
  return holds.map(({ id }) => id)
}

/** Items this person sees whose day is over in their team's zone. */
async function lateItems({ db, now }: Work, programs: readonly Row[]): Promise<Map<string, number>> {
  const rows = await db.actionItem.findMany({
    // Nowhere is it later than tomorrow, so what is due after today is late nowhere.
    where: {
      programId: { in: programs.map(({ id }) => id) },
      closed: false,
      dueOn: { lte: dateFromLocal(localFromDate(now)) },
    },
    select: { programId: true, dueOn: true, team: { select: { zone: true } } },
  })
  const late = new Map<string, number>()
  for (const { programId, dueOn, team } of rows)
    if (programId && isOverdue({ dueOn: localFromDate(dueOn), zone: team.zone, now }))
      late.set(programId, (late.get(programId) ?? 0) + 1)
  return late
}

function presentLine(row: Row, late: number, now: Date): ProgramLine {
  const [health] = row.health
  const today = localDate(now, row.zone)
  const open = row.milestones
    .flatMap(({ id, title, plans: [plan], steps: [step] }) =>
      plan && !plan.dropped && step?.percent !== 100 ? [{ id, title, dueOn: localFromDate(plan.dueOn) }] : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const [next] = open
  return {
    ...presentProgram(row),
    computed: health ? { colour: health.colour, on: localFromDate(health.on) } : null,
    stated: statedOf(row.overrides, today),
    nextMilestone: next ? { ...next, late: next.dueOn < today } : null,
    lateItems: late,
  }
}

type Override = { colour: Colour | null; reason: string; until: Date | null }

/** What the lead states instead, for as long as it holds. */
export function statedOf([newest]: readonly Override[], today: string): ProgramLine['stated'] {
  const until = newest?.until && localFromDate(newest.until)
  if (!newest?.colour || !until || until < today) return null
  return { colour: newest.colour, reason: newest.reason, until }
}
