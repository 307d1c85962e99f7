import type { z } from 'zod'
import type { Work } from '#lib/context.ts'
import { ageBuckets, burnUp, type ItemFigures, itemFigures } from './item-figures.ts'
import { type Line, linesOf } from './lines.ts'
import { daysOf, type Period, periodOf, quarterOf, type Table } from './model.ts'
import type { ItemReportInput } from './schema.ts'

export type ItemReport = {
  period: Period
  figures: ItemFigures
  lines: Line[]
  tables: { burnUp: Table; age: Table; timeToDone: Table }
}

/** What became of promises, as of the period’s end, of what this actor can see. */
export async function itemReport(work: Work, input: z.output<typeof ItemReportInput>): Promise<ItemReport> {
  const period = thePeriod(input.period, work.now)
  const figures = await itemFigures(work, input, period)
  const days = burnUp(figures, daysOf(period))
  const { team } = input
  return {
    period,
    figures,
    // Lists show today, so they stand behind a figure only while the period lasts.
    lines: linesOf(figures, period.over ? null : { ...(team && { team }) }),
    tables: {
      burnUp: {
        key: 'burn-up',
        columns: ['day', 'accepted', 'ended'],
        rows: days.map(({ at, accepted, ended }) => [new Date(at).toISOString().slice(0, 10), accepted, ended]),
      },
      age: {
        key: 'age',
        columns: ['age', 'items'],
        rows: figures.age.buckets.map(({ from, count }, index) => [bucketName(from, ageBuckets[index + 1]), count]),
      },
      timeToDone: {
        key: 'time-to-done',
        columns: ['days', 'stillOpen'],
        rows: figures.timeToDone.steps.map(({ days, open }) => [days, Number(open.toFixed(4))]),
      },
    },
  }
}

/** Without one asked for, the quarter that is running. */
export function thePeriod(name: string | undefined, now: Date): Period {
  const period = periodOf(name ?? quarterOf(now), now)
  if (!period) throw new Error('The schema lets no other period through.')
  return period
}

const bucketName = (from: number, next: number | undefined) => (next === undefined ? `${from}+` : `${from}–${next - 1}`)
