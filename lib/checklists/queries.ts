import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { getGuideItems } from '#lib/guides/queries.ts'
import { decodeCursor, PAGE_MAX, type Page, pageOf } from '#lib/page.ts'
import { namesOf } from '#lib/people/queries.ts'
import { notFound, refuse } from '#lib/problem.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { changesSince, countOpen } from './model.ts'
import type { ChecklistListed, ChecklistOut, ListChecklistsInput } from './schema.ts'

const parts = {
  guide: { select: { slug: true, title: true } },
  service: { select: { slug: true, name: true, team: { select: { slug: true, name: true } } } },
  end: true,
  items: {
    orderBy: { position: 'asc' },
    include: { marks: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } },
  },
} as const satisfies Prisma.ChecklistInclude

type Row = Prisma.ChecklistGetPayload<{ include: typeof parts }>
type Names = Awaited<ReturnType<typeof namesOf>>

const isState = {
  open: { end: null },
  finished: { end: { outcome: 'finished' } },
  abandoned: { end: { outcome: 'abandoned' } },
  all: {},
} as const satisfies Record<string, Prisma.ChecklistWhereInput>

export async function listChecklists(
  work: Work,
  { cursor, limit, guide, service, state }: z.output<typeof ListChecklistsInput>,
): Promise<Page<ChecklistListed>> {
  const after = decodeCursor(cursor, z.number())
  const rows = await work.db.checklist.findMany({
    where: {
      ...isState[state],
      ...(guide && { guide: { slug: guide } }),
      ...(service && { service: { slug: service } }),
      ...(after && { number: { lt: after[0] } }),
    },
    include: parts,
    orderBy: { number: 'desc' },
    take: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ number }) => [number])
  const names = await namesOf(
    work,
    items.map(({ createdById }) => createdById),
  )
  return { items: items.map((row) => presentListed(row, names)), nextCursor }
}

/** For a guide's page: the newest of each service that follows it, or did. One question, because it is asked for each reader. */
export async function listFollowing({ db }: Work, guide: string): Promise<Following[]> {
  const rows = await db.$queryRaw<(Omit<Following, 'service'> & { name: string })[]>`
    select distinct on (s."name", s."id") c."number", s."name",
      coalesce((select e."outcome"::text from "ChecklistEnd" e where e."checklistId" = c."id"), 'open') as "state",
      (select count(*)::int from "ChecklistItem" i where i."checklistId" = c."id") as "items",
      (select count(*)::int from "ChecklistItem" i where i."checklistId" = c."id" and coalesce(
        (select m."mark"::text from "ChecklistMark" m where m."itemId" = i."id" order by m."at" desc, m."id" desc limit 1),
        'open') = 'open') as "open"
    from "Checklist" c join "Guide" g on g."id" = c."guideId" join "Service" s on s."id" = c."serviceId"
    where g."slug" = ${guide}
      and not exists (select 1 from "ChecklistEnd" e where e."checklistId" = c."id" and e."outcome" = 'abandoned')
    order by s."name", s."id", c."number" desc limit ${PAGE_MAX}`
  return rows.map(({ name, ...row }) => ({ ...row, service: { name } }))
}

export type Following = Pick<ChecklistListed, 'number' | 'state' | 'items' | 'open'> & { service: { name: string } }

export async function getChecklist(work: Work, number: number): Promise<ChecklistOut> {
  const row = await work.db.checklist.findUnique({ where: { number }, include: parts })
  return row ? presentChecklist(work, row) : refuse(notFound)
}

/** What the policy asks of it. */
export async function checklistRow({ db }: Work, number: number) {
  const row = await db.checklist.findUnique({
    where: { number },
    select: { id: true, createdById: true, service: { select: { teamId: true } } },
  })
  return row ? { id: row.id, createdById: row.createdById, teamId: row.service.teamId } : refuse(notFound)
}

/** The row as the policy and the rules need it, locked until the transaction ends. */
export async function lockChecklist({ db }: Work, number: number) {
  await db.$queryRaw`select 1 from "Checklist" where "number" = ${number} for update`
  const row = await db.checklist.findUnique({
    where: { number },
    include: { service: { select: { teamId: true } }, end: true, items: parts.items },
  })
  if (!row) return refuse(notFound)
  const items = row.items.map(({ id, position, text, marks }) => ({
    id,
    position,
    text,
    mark: marks[0]?.mark ?? 'open',
  }))
  return { ...row, teamId: row.service.teamId, items }
}

function presentListed(
  { number, guide, service, end, items, createdById, createdAt }: Row,
  names: Names,
): ChecklistListed {
  return {
    number,
    guide,
    service,
    state: end?.outcome ?? 'open',
    items: items.length,
    open: countOpen(items.map(({ marks: [newest] }) => ({ mark: newest?.mark ?? 'open' }))),
    by: names(createdById),
    startedAt: createdAt.toISOString(),
    endedAt: end?.at.toISOString() ?? null,
  }
}

async function presentChecklist(work: Work, row: Row): Promise<ChecklistOut> {
  const names = await namesOf(work, [
    ...[row.createdById, row.end?.byId ?? null],
    ...row.items.flatMap(({ marks }) => marks.map(({ byId }) => byId)),
  ])
  const asked = await getGuideItems(row.guide.slug)
  const { items: _, ...listed } = presentListed(row, names)
  return {
    ...listed,
    // A guide that is gone asks nothing new.
    ...(asked ? changesSince(row.items, asked) : { added: [], gone: [] }),
    endNote: row.end?.note ?? '',
    endedBy: row.end && names(row.end.byId),
    items: row.items.map(({ position, text, marks }) => ({
      item: position,
      text,
      mark: marks[0]?.mark ?? 'open',
      said: marks.map(({ mark, note, url, byId, at }) => ({
        mark,
        note,
        url,
        by: names(byId),
        at: at.toISOString(),
      })),
    })),
  }
}
