import { dateFromLocal } from '#lib/time.ts'
import type { Direction } from './vocabulary.ts'

export type GlidePath = {
  direction: Direction
  baseline: number
  startOn: string
  target: number
  targetOn: string
}

/** Where a KPI should be on a day: on the straight line from its baseline to its target, and at either end beyond them. */
export function glideAt({ baseline, startOn, target, targetOn }: GlidePath, on: string): number {
  const share = daysBetween(startOn, on) / daysBetween(startOn, targetOn)
  return baseline + (target - baseline) * Math.min(1, Math.max(0, share))
}

/**
 * How far behind its glide path a value is, as a share of the whole way from baseline to target; negative is ahead of it.
 * Of the way and not of the value: 99.90 for 99.95 is half of what was promised, and not a twentieth of a percent. Where
 * a KPI only has to stay where it is, of the target.
 */
export function offPath(path: GlidePath, { on, value }: { on: string; value: number }): number {
  const way = Math.abs(path.target - path.baseline) || Math.abs(path.target) || 1
  const behind = path.direction === 'up' ? glideAt(path, on) - value : value - glideAt(path, on)
  // A share is told in whole percents; the rest is what binary fractions leave over.
  return Math.round((behind / way) * 1e9) / 1e9
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((dateFromLocal(to).getTime() - dateFromLocal(from).getTime()) / 86_400_000)
