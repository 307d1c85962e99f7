import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { listed, presentListed } from '#lib/incidents/present.ts'
import type { Page } from '#lib/page.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { type Grounds, grounds, requirementsOf } from './requirements.ts'
import type { ListUnwrittenInput, RequirementOut, UnwrittenOut } from './schema.ts'

/** Incidents without a postmortem are few or the list is not read; of thousands the newest are looked at. */
const CANDIDATES_MAX = 1_000

/** Whether an incident needs a postmortem, and what was decided about that. */
export async function getRequirement(work: Work, number: number): Promise<RequirementOut> {
  const row = await work.db.incident.findUnique({ where: { number }, include: grounds })
  if (!row) return refuse(notFound)
  const found = await requirementsOf(work.db, [row], work.now)
  return present(row, found, await namesOf(work, [row]))
}

/** Incidents whose postmortem is missing, or was waived, newest first. */
export async function listUnwritten(
  work: Work,
  { postmortem, limit }: z.output<typeof ListUnwrittenInput>,
): Promise<Page<UnwrittenOut>> {
  const waived = postmortem === 'waived'
  const rows = await work.db.incident.findMany({
    where: waived ? { waiver: { isNot: null } } : { postmortems: { none: {} }, waiver: null },
    include: { ...grounds, ...listed },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: CANDIDATES_MAX,
  })
  const found = await requirementsOf(work.db, rows, work.now)
  const names = await namesOf(work, rows)
  const shown = rows.filter(({ id }) => waived || (found.get(id)?.because.length ?? 0) > 0)
  return {
    nextCursor: null,
    items: shown.slice(0, limit).map((row) => ({
      incident: presentListed(row),
      requirement: present(row, found, names),
    })),
  }
}

/** Of the incidents this actor may see: how many need one, and of how many it was decided that they need none. */
export async function countUnwritten(work: Work): Promise<{ needed: number; waived: number }> {
  const rows = await work.db.incident.findMany({
    where: { postmortems: { none: {} }, waiver: null },
    include: grounds,
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: CANDIDATES_MAX,
  })
  const found = await requirementsOf(work.db, rows, work.now)
  return {
    needed: rows.filter(({ id }) => (found.get(id)?.because.length ?? 0) > 0).length,
    waived: await work.db.waiver.count(),
  }
}

async function namesOf({ db }: Work, rows: readonly Grounds[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ waiver }) => waiver?.waivedById ?? [])
  if (ids.length === 0) return new Map()
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function present(
  { id, waiver, postmortems }: Grounds,
  found: Awaited<ReturnType<typeof requirementsOf>>,
  names: Map<string, string>,
): RequirementOut {
  const { because, draftDueOn, overdue } = found.get(id) ?? { because: [], draftDueOn: null, overdue: false }
  const open = postmortems.length === 0 && waiver === null
  const by = waiver?.waivedById ?? null
  return {
    because,
    written: postmortems.length,
    draftDueOn: open ? draftDueOn : null,
    overdue: open && overdue,
    waiver: waiver && {
      reason: waiver.reason,
      waivedAt: waiver.waivedAt.toISOString(),
      by: by ? { id: by, name: names.get(by) ?? '' } : null,
    },
  }
}
