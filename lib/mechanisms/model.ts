/**
 * A mechanism is what connects one incident with the next: not who did something, but the way a system got hurt. Seen
 * once it is a story; seen three times in half a year it is work for a program rather than for one more action item.
 */
export interface MechanismCount {
  readonly code: string
  readonly incidents: number
  /** Within the last half year, which is what "again" means here. */
  readonly recent: number
}

export interface MechanismStanding extends MechanismCount {
  readonly services: readonly { readonly slug: string; readonly name: string; readonly incidents: number }[]
  /** Oldest first, without holes: `2026-Q3`. */
  readonly quarters: readonly { readonly quarter: string; readonly incidents: number }[]
  readonly items: Readonly<Record<'open' | 'closed' | 'verified' | 'regressed', number>>
  /** Newest first. */
  readonly defences: readonly MechanismDefence[]
}

/** What was meant to catch it in one incident, and what it did there. */
export interface MechanismDefence {
  readonly id: string
  readonly name: string
  readonly outcome: string
  readonly incident: { readonly number: number; readonly title: string }
}

export const RECENT_DAYS = 180
/** The third time is a pattern that single fixes did not end. */
export const PATTERN = 3

export const isPattern = ({ recent }: Pick<MechanismCount, 'recent'>): boolean => recent >= PATTERN

/** The quarters from the first that is named to the one that holds `now`, at most three years of them. */
export function withoutHoles(found: ReadonlyMap<string, number>, now: Date): MechanismStanding['quarters'] {
  const newest = quarterIndex(quarterOf(now))
  const known = [...found.keys()].map(quarterIndex)
  const oldest = Math.max(Math.min(newest - LEAST + 1, ...known), newest - MOST + 1)
  return Array.from({ length: newest - oldest + 1 }, (_, step) => {
    const quarter = quarterName(oldest + step)
    return { quarter, incidents: found.get(quarter) ?? 0 }
  })
}

/** A year is the least that shows a trend, three the most that is still the same system. */
const LEAST = 4
const MOST = 12

export const quarterOf = (at: Date): string => `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`

const quarterIndex = (name: string): number => Number(name.slice(0, 4)) * 4 + Number(name.slice(6)) - 1
const quarterName = (index: number): string => `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
