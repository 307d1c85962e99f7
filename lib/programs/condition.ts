import { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { addDays, dateFromLocal, localDate, localFromDate } from '#lib/time.ts'
import { healthAt } from './facts.ts'
import { type Dimension, dimensions, isJump } from './health.ts'
import { statedOf } from './list.ts'
import { Colour, ProgramLine } from './schema.ts'
import { WEEKS_KEPT } from './weekly.ts'
import { mondayOf } from './weeks.ts'

const part = z.strictObject({ colour: Colour, why: z.string() })
const parts = z.strictObject(
  Object.fromEntries(dimensions.map((dimension) => [dimension, part])) as Record<Dimension, typeof part>,
)

export const HealthOut = z.strictObject({
  /** As of now; null for what does not run. */
  computed: z.strictObject({ colour: Colour, parts }).nullable(),
  stated: ProgramLine.shape.stated,
  /** How the last weeks began, oldest first. */
  weeks: z.array(z.strictObject({ on: z.string(), colour: Colour.nullable() })),
  /** The week in which it went from red to green without a week at amber, where nothing was decided since. */
  jumpedOn: z.string().nullable(),
})
export type HealthOut = z.output<typeof HealthOut>

export async function getHealth({ db, now }: Work, number: number): Promise<HealthOut> {
  const program =
    (await db.program.findUnique({
      where: { number },
      include: { overrides: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
    })) ?? refuse(notFound)
  const today = localDate(now, program.zone)
  const first = addDays(mondayOf(today), -7 * (WEEKS_KEPT - 1))
  const rows = await db.programHealth.findMany({ where: { programId: program.id, on: { gte: dateFromLocal(first) } } })
  const known = new Map(rows.map(({ on, colour }) => [localFromDate(on), colour]))
  const weeks = Array.from({ length: WEEKS_KEPT }, (_, index) => {
    const on = addDays(first, 7 * index)
    return { on, colour: known.get(on) ?? null }
  })
  const jump = weeks.findLast(({ colour }, index) => colour && isJump(weeks[index - 1]?.colour ?? undefined, colour))
  return {
    computed: await healthAt(db, program, now),
    stated: statedOf(program.overrides, today),
    weeks,
    jumpedOn: jump && !(await explained(db, program.id, jump.on)) ? jump.on : null,
  }
}

/** What changed is told where decisions are kept. */
async function explained(db: Work['db'], programId: string, on: string): Promise<boolean> {
  return (await db.programDecision.count({ where: { programId, at: { gte: dateFromLocal(on) } } })) > 0
}
