/**
 * Reports count what happened between two days, as of the later one. A period is a quarter of the calendar in UTC,
 * because one report is read in many zones; due dates stay dates of the team they belong to.
 */
export type Period = { name: string; from: Date; to: Date; over: boolean }

const QUARTER = /^(\d{4})-Q([1-4])$/

export const quarterOf = (at: Date): string => `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`

/** A quarter that is not over yet ends now. */
export function periodOf(name: string, now: Date): Period | null {
  const [, year, quarter] = QUARTER.exec(name) ?? []
  if (!year || !quarter) return null
  const month = (Number(quarter) - 1) * 3
  const [from, end] = [new Date(Date.UTC(Number(year), month, 1)), new Date(Date.UTC(Number(year), month + 3, 1) - 1)]
  const over = end < now
  return { name, from, to: over ? end : now, over }
}

/** The quarters to choose from, newest first. */
export function lastQuarters(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    quarterOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 3 * index, 1))),
  )
}

/** Everything a figure says of itself: what is counted, of how many, and how sure that is. */
export type Row = (string | number | null)[]
export type Table = {
  key: string
  columns: string[]
  rows: Row[]
  /** Where the rows behind each line are. */
  hrefs?: (string | null)[]
}

/** One place a day is enough for a line a quarter long. */
export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): number[] {
  const days: number[] = []
  for (let at = from.getTime() + 86_400_000 - 1; at < to.getTime(); at += 86_400_000) days.push(at)
  return [...days, to.getTime()]
}
