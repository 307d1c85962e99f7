import { presentActionItem, whole as wholeItem } from '#lib/action-items/present.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Work } from '#lib/context.ts'
import type { Severity } from '#lib/incidents/model.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { localFromDate } from '#lib/time.ts'
import { ofWatches } from './incidents.ts'
import { startOfDay } from './weeks.ts'

type Db = Work['db']

/** Above this, a program's page leads to the list of all action items. */
const ITEMS_SHOWN = 50

async function rowOf(db: Db, number: number) {
  const row = await db.program.findUnique({ where: { number }, include: { watches: { where: { endedAt: null } } } })
  return row ?? refuse(notFound)
}

/** Handed ones that wait for an answer first, then what is late, then by date. As far as this actor sees them. */
export async function itemsOfProgram(
  { db, now }: Work,
  number: number,
): Promise<{ handed: ActionItemOut[]; open: ActionItemOut[]; closed: number; more: number }> {
  const { id } = await rowOf(db, number)
  const rows = await db.actionItem.findMany({
    where: { programId: id, closed: false },
    include: wholeItem,
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: ITEMS_SHOWN + 1,
  })
  const items = rows.map((row) => presentActionItem(row, now))
  const handed = items.filter(({ commitment }) => commitment.kind === 'handed')
  const open = items.filter(({ commitment }) => commitment.kind !== 'handed')
  const all = await db.actionItem.count({ where: { programId: id, closed: false } })
  return {
    handed,
    open: open.sort((a, b) => Number(b.overdue) - Number(a.overdue)).slice(0, ITEMS_SHOWN),
    closed: await db.actionItem.count({ where: { programId: id, closed: true } }),
    more: Math.max(0, all - ITEMS_SHOWN),
  }
}

export type ClassIncident = {
  number: number
  title: string
  severity: Severity
  occurredAt: Date
  /** Before the program began: what would it have changed? */
  before: boolean
}

/** Incidents of the mechanisms it watches, and those taken in by hand, newest first, as far as this actor sees them. */
export async function incidentsOfProgram({ db }: Work, number: number): Promise<ClassIncident[]> {
  const { id, watches, startOn, zone } = await rowOf(db, number)
  const linked = await linkedIds(db, id, 'incidentId')
  if (watches.length === 0 && linked.length === 0) return []
  const rows = await db.incident.findMany({
    where: { OR: [...(watches.length > 0 ? [ofWatches(watches, id)] : []), { id: { in: linked } }] },
    select: { number: true, title: true, severity: true, occurredAt: true },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    // Half a year of one class in a large company; older ones are found by the mechanism's own page.
    take: 40,
  })
  const began = startOfDay(localFromDate(startOn), zone)
  return rows.map((row) => ({ ...row, before: row.occurredAt < began }))
}

/** The records whose newest answer is that the program takes them in. */
async function linkedIds(db: Db, programId: string, column: 'incidentId' | 'postmortemId'): Promise<string[]> {
  const answers = await newestAnswers(db, programId)
  return answers.flatMap((one) => (one.answer === 'linked' ? (one[column] ?? []) : []))
}

async function newestAnswers(db: Db, programId: string) {
  const rows = await db.programLink.findMany({ where: { programId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return [...new Map(rows.map((row) => [row.incidentId ?? row.postmortemId ?? row.guide ?? '', row])).values()]
}

export type FeedingPostmortem = { number: number; title: string }

/** Published postmortems the program takes in, and those of its mechanisms that nobody answered yet. */
export async function postmortemsOfProgram(
  { db }: Work,
  number: number,
): Promise<{ linked: FeedingPostmortem[]; waiting: FeedingPostmortem[]; guides: string[] }> {
  const { id, watches, startOn, zone } = await rowOf(db, number)
  const answers = await newestAnswers(db, id)
  const select = { number: true, title: true } as const
  const answered = answers.flatMap(({ postmortemId }) => postmortemId ?? [])
  const linked = await linkedIds(db, id, 'postmortemId')
  const began = startOfDay(localFromDate(startOn), zone)
  const orderBy = { number: 'desc' } as const
  return {
    linked: await db.postmortem.findMany({ where: { id: { in: linked } }, select, orderBy }),
    waiting:
      watches.length === 0
        ? []
        : await db.postmortem.findMany({
            where: {
              id: { notIn: answered },
              state: 'published',
              publishedAt: { gte: began },
              incident: ofWatches(watches, id),
            },
            select,
            orderBy,
            take: 20,
          }),
    guides: answers.flatMap(({ guide, answer }) => (guide && answer === 'linked' ? guide : [])),
  }
}

/** For a postmortem's page: the programs that take it in. */
export async function programsFedBy(
  { db }: Work,
  postmortemNumber: number,
): Promise<{ number: number; name: string }[]> {
  const rows = await db.programLink.findMany({
    where: { postmortem: { number: postmortemNumber } },
    include: { program: { select: { number: true, name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const newest = new Map(rows.map((row) => [row.programId, row]))
  return [...newest.values()].flatMap(({ answer, program }) => (answer === 'linked' ? program : []))
}
