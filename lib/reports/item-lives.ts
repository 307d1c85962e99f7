import type { Work } from '#lib/context.ts'
import { localDate } from '#lib/time.ts'
import { Prisma } from '#prisma/client/client.ts'
import type { Life, Turn } from './item-figures.ts'

export type Slice = { team?: string | undefined; program?: number | undefined }

type Item = {
  id: string
  priority: string
  strength: string | null
  zone: string
  firstDue: string
  dueOn: string
  evidenceAt: Date | null
}
type Row = { of: string; kind: string; at: Date }

/** Everything that was ever promised, of what this actor can see. `to` is what the figures are as of. */
export async function livesOf(work: Work, slice: Slice, to: Date): Promise<Life[]> {
  const { db, now } = work
  const within = Prisma.sql`
    select a."id" from "ActionItem" a join "Team" t on t."id" = a."teamId" left join "Program" g on g."id" = a."programId"
    where a."acceptedAt" is not null and (${slice.team ?? null}::text is null or t."slug" = ${slice.team ?? null})
      and (${slice.program ?? null}::int is null or g."number" = ${slice.program ?? null})`
  const items = await db.$queryRaw<Item[]>`
    select a."id", a."priority"::text, a."strength"::text, t."zone", a."originalDueOn"::text as "firstDue", a."dueOn"::text,
      (select min(e."at") from "ItemEvidence" e where e."actionItemId" = a."id") as "evidenceAt"
    from "ActionItem" a join "Team" t on t."id" = a."teamId" where a."id" in (${within})`
  const steps = await db.$queryRaw<Row[]>`
    select "actionItemId" as "of", "kind"::text, "at" from "Progress" where "actionItemId" in (${within}) order by "at", "id"`
  const decisions = await db.$queryRaw<Row[]>`
    select "actionItemId" as "of", "kind"::text, "at" from "Commitment" where "actionItemId" in (${within}) order by "at", "id"`
  const moved = to < now ? await movesOf(work, within) : null
  const [stepsOf, decisionsOf] = [byItem(steps), byItem(decisions)]
  const dates = new Map<string, Life['dateAt']>()
  return items.map((item) =>
    lifeOf(item, {
      steps: stepsOf.get(item.id) ?? [],
      decisions: decisionsOf.get(item.id) ?? [],
      // As of now the current date is the last one, and its history need not be read.
      dues: moved ? (moved.get(item.id) ?? []) : [{ at: 0, dueOn: item.dueOn }],
      dateAt: datesIn(item.zone, dates),
    }),
  )
}

type Told = { steps: Row[]; decisions: Row[]; dues: Life['dues']; dateAt: Life['dateAt'] }

function lifeOf({ priority, strength, firstDue, evidenceAt }: Item, { steps, decisions, dues, dateAt }: Told): Life {
  const accepted = decisions.find(({ kind }) => kind === 'accepted' || kind === 'handed')
  const told = [
    ...steps.flatMap(({ kind, at }) => turn(turnsOfProgress[kind], at)),
    ...decisions.flatMap(({ kind, at }) => turn(turnsOfDecision[kind], at)),
  ]
  return {
    firstDue,
    dues,
    dateAt,
    weighty: priority === 'p0' || priority === 'p1',
    strong: strength === 'strong',
    acceptedAt: accepted?.at.getTime() ?? null,
    turns: told.sort((a, b) => a.at - b.at),
    heard: steps.map(({ kind, at }) => ({ at: at.getTime(), inProgress: kind === 'in_progress' })),
    evidenceAt: evidenceAt?.getTime() ?? null,
  }
}

const turnsOfProgress: Record<string, Turn> = {
  verified: 'done',
  dropped: 'given_up',
  regressed: 'again',
  open: 'again',
}
const turnsOfDecision: Record<string, Turn> = {
  risk_accepted: 'given_up',
  declined: 'given_up',
  duplicate: 'merged',
  proposed: 'again',
}

const turn = (to: Turn | undefined, at: Date) => (to ? [{ at: at.getTime(), to }] : [])

/** When the due date moved and where to, from the item’s history. */
async function movesOf({ db }: Work, within: Prisma.Sql): Promise<Map<string, { at: number; dueOn: string }[]>> {
  const rows = await db.$queryRaw<{ of: string; dueOn: string; at: Date }[]>`
    select "subjectId" as "of", "data"->'dueOn'->>'to' as "dueOn", "at" from "Event"
    where "name" = 'action_item.updated' and "data"->'dueOn'->>'to' is not null and "subjectId" in (${within})
    order by "at", "id"`
  const moves = new Map<string, { at: number; dueOn: string }[]>()
  for (const { of, dueOn, at } of rows) moves.set(of, [...(moves.get(of) ?? []), { at: at.getTime(), dueOn }])
  return moves
}

function byItem(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const list = found.get(row.of)
    if (list) list.push(row)
    else found.set(row.of, [row])
  }
  return found
}

/** Thousands of items ask for the same few days, and asking the calendar is what takes time. */
function datesIn(zone: string, dates: Map<string, Life['dateAt']>): Life['dateAt'] {
  const known = dates.get(zone)
  if (known) return known
  const days = new Map<number, string>()
  const dateAt = (at: number) => {
    const day = days.get(at) ?? localDate(new Date(at), zone)
    days.set(at, day)
    return day
  }
  dates.set(zone, dateAt)
  return dateAt
}
