import { randomUUID } from 'node:crypto'
import type { Db, Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import { addDays, dateFromLocal, localDate, localFromDate } from '#lib/time.ts'
import type { Program } from '#prisma/client/client.ts'
import { healthAt } from './facts.ts'
import { isJump } from './health.ts'
import { mondayOf, startOfDay } from './weeks.ts'

type AsOwner = <T>(run: (db: Db) => Promise<T>, options?: { timeoutMs?: number }) => Promise<T>

/** Shown on a program's page; after a longer pause of the instance the weeks before stay empty. */
export const WEEKS_KEPT = 6

/**
 * Writes the health of every running program as it was when its week began. It may run as often as it likes: a week that
 * is written stays, and one that was missed is computed as of its own Monday.
 */
export async function recordHealth({ asOwner }: { asOwner: AsOwner }, now: Date): Promise<void> {
  const programs = await asOwner((db) =>
    db.program.findMany({ where: { state: { in: ['active', 'sustaining'] } }, orderBy: { number: 'asc' } }),
  )
  for (const program of programs)
    await asOwner((db) =>
      recordProgram({ actor: { kind: 'system', reason: 'health' }, now, requestId: randomUUID(), db }, program),
    )
}

async function recordProgram(work: Work, program: Program): Promise<void> {
  const { db, now } = work
  const thisWeek = mondayOf(localDate(now, program.zone))
  const weeks = Array.from({ length: WEEKS_KEPT }, (_, index) => addDays(thisWeek, -7 * (WEEKS_KEPT - 1 - index)))
  const rows = await db.programHealth.findMany({
    where: { programId: program.id, on: { gte: dateFromLocal(weeks[0] ?? thisWeek) } },
  })
  const known = new Map(rows.map(({ on, colour }) => [localFromDate(on), colour]))
  for (const on of weeks) {
    if (known.has(on)) continue
    const health = await healthAt(db, program, startOfDay(on, program.zone))
    if (!health) continue
    const { colour, parts } = health
    await db.programHealth.createMany({
      data: { programId: program.id, on: dateFromLocal(on), colour, parts, at: now },
      skipDuplicates: true,
    })
    if (on === thisWeek && isJump(known.get(addDays(on, -7)), colour))
      await notify(work, {
        kind: 'health_jumped',
        people: [program.leadId],
        subject: { kind: 'program', id: program.id },
        facts: { on },
        key: `health_jumped ${program.id} ${on}`,
      })
    known.set(on, colour)
  }
}
