import type { ExposureKind } from './vocabulary.ts'

/**
 * An exposure sweep asks one question of many services: could what happened there happen here? After one team's bad
 * night every team answers for what it runs, with what shows it. An answer is about the day it was given; after half a
 * year it is shown in grey, because the service it was true of has changed since. Not knowing is an answer, and a better
 * one than none.
 */
const ANSWER_DAYS = 180

const DAY_MS = 86_400_000

export const isAged = (answeredAt: Date, now: Date): boolean =>
  now.getTime() - answeredAt.getTime() > ANSWER_DAYS * DAY_MS

/** These two end the question, so somebody must be able to check them. */
export const needsEvidence = (answer: ExposureKind): boolean => answer === 'mitigated' || answer === 'not_applicable'

export type CellState = ExposureKind | 'unanswered'
export type Asked = { mechanism: string; service: { slug: string }; state: CellState }

export type Matrix<Cell extends Asked> = {
  services: Cell['service'][]
  rows: { mechanism: string; cells: (Cell | null)[] }[]
}

/** Mechanisms down, services across, in the order they came; where nobody asked there is nothing. */
export function matrixOf<Cell extends Asked>(cells: readonly Cell[]): Matrix<Cell> {
  const services = [...new Map(cells.map(({ service }) => [service.slug, service])).values()]
  const mechanisms = [...new Set(cells.map(({ mechanism }) => mechanism))]
  const at = new Map(cells.map((cell) => [`${cell.mechanism} ${cell.service.slug}`, cell]))
  return {
    services,
    rows: mechanisms.map((mechanism) => ({
      mechanism,
      cells: services.map(({ slug }) => at.get(`${mechanism} ${slug}`) ?? null),
    })),
  }
}

export type Tally = Record<CellState, number>

export function tallyOf(cells: readonly { state: CellState }[]): Tally {
  const tally: Tally = { exposed: 0, unknown: 0, unanswered: 0, mitigated: 0, not_applicable: 0 }
  for (const { state } of cells) tally[state] += 1
  return tally
}
