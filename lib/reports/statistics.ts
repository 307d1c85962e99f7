/**
 * The few statistics the reports use, chosen so that they do not mislead at the sizes incidents come in: shares carry a
 * Wilson interval, times are told by quantiles that are left out where there are too few, and what is not over yet is
 * counted as not over yet. No figure is made up for a missing one.
 */
export type Interval = { low: number; high: number }

/** 90 % in all: one in ten intervals misses what it means. */
const Z = 1.6448536269514722

export type Share = { of: number; n: number; share: number; interval: Interval }

/** `of` out of `n`, or null where there is nothing to be a share of. */
export function shareOf(of: number, n: number): Share | null {
  if (n === 0) return null
  const [p, z2] = [of / n, (Z * Z) / n]
  const middle = (p + z2 / 2) / (1 + z2)
  const half = (Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n))) / (1 + z2)
  return { of, n, share: p, interval: { low: Math.max(0, middle - half), high: Math.min(1, middle + half) } }
}

/** Linear between the two values around it, as spreadsheets do. The values are in order. */
export function quantile(sorted: readonly number[], q: number): number | null {
  const [place, last] = [(sorted.length - 1) * q, sorted.length - 1]
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.min(Math.ceil(place), last)]]
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place))
}

/** Fewer than these say nothing about a quantile. */
const QUANTILES_FROM = 8
const P90_FROM = 20

export type Spread = {
  n: number
  median: number | null
  p75: number | null
  p90: number | null
  geometricMean: number | null
  /** Of the median, by resampling. */
  interval: Interval | null
}

export type Quantiles = Pick<Spread, 'n' | 'median' | 'p90'>

/** Of quantiles computed elsewhere those that enough values stand behind. */
export const enoughOf = ({ n, median, p90 }: Quantiles): Quantiles => ({
  n,
  median: n >= QUANTILES_FROM ? median : null,
  p90: n >= P90_FROM ? p90 : null,
})

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  const enough = n >= QUANTILES_FROM
  return {
    n,
    median: enough ? quantile(sorted, 0.5) : null,
    p75: enough ? quantile(sorted, 0.75) : null,
    p90: n >= P90_FROM ? quantile(sorted, 0.9) : null,
    geometricMean: enough && (sorted[0] ?? 0) > 0 ? Math.exp(sum(sorted.map(Math.log)) / n) : null,
    interval: enough ? bootstrapMedian(sorted) : null,
  }
}

const RESAMPLES = 2_000
const SEED = 20_260_101

/** The seed is fixed, so that the same rows give the same figure on every screen and in every export. */
function bootstrapMedian(sorted: readonly number[]): Interval {
  const next = randomFrom(SEED)
  const middle = (sorted.length - 1) / 2
  // The values are in order, so it is enough to know how often each was drawn: sorting every sample takes ten times as long.
  const drawn = new Uint32Array(sorted.length)
  const medians = Array.from({ length: RESAMPLES }, () => {
    drawn.fill(0)
    for (let draw = 0; draw < sorted.length; draw += 1) {
      const index = Math.floor(next() * sorted.length)
      drawn[index] = (drawn[index] ?? 0) + 1
    }
    return (valueAt(Math.floor(middle)) + valueAt(Math.ceil(middle))) / 2
  }).sort((a, b) => a - b)
  return { low: quantile(medians, 0.05) ?? 0, high: quantile(medians, 0.95) ?? 0 }

  function valueAt(place: number): number {
    let seen = 0
    return (
      sorted[
        drawn.findIndex((times) => {
          seen += times
          return seen > place
        })
      ] ?? 0
    )
  }
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Stay = { days: number; done: boolean }
export type Survival = { n: number; done: number; median: number | null; steps: { days: number; open: number }[] }

/** Kaplan–Meier: how many are still open after so many days, where what is open today counts for as long as it has been. */
export function survivalOf(stays: readonly Stay[]): Survival {
  const ends = [...new Set(stays.filter(({ done }) => done).map(({ days }) => days))].sort((a, b) => a - b)
  let open = 1
  const steps = ends.map((days) => {
    const atRisk = stays.filter((stay) => stay.days >= days).length
    const done = stays.filter((stay) => stay.done && stay.days === days).length
    open *= 1 - done / atRisk
    return { days, open }
  })
  return {
    n: stays.length,
    done: stays.filter(({ done }) => done).length,
    median: steps.find((step) => step.open <= 0.5)?.days ?? null,
    steps,
  }
}

/** Around a count of rare things: Byar’s approximation of the exact Poisson interval. */
export function countInterval(count: number): Interval {
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3
  const more = count + 1
  return { low: Math.max(0, low), high: more * (1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))) ** 3 }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
