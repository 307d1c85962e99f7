import type { Work } from '#lib/context.ts'
import { instantInZone } from '#lib/time.ts'

/** 2026, 2026-06, 2026-06-10 or 30d: where that begins in the zone of whoever asks. */
export function momentsOf(
  value: string,
  { actor, now }: Pick<Work, 'actor' | 'now'>,
): { from: Date; label: string } | null {
  const ago = /^(\d{1,4})([dwmy])$/.exec(value.toLowerCase())
  if (ago) return { from: new Date(now.getTime() - Number(ago[1]) * (DAYS[ago[2] ?? 'd'] ?? 1) * DAY_MS), label: value }
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value)
  if (!parts) return null
  const [, year, month = '01', day = '01'] = parts
  const zone = actor.kind === 'person' ? actor.zone : 'UTC'
  // Where a clock change swallows midnight, UTC is near enough.
  const from = instantInZone(`${year}-${month}-${day}T00:00`, zone) ?? new Date(`${year}-${month}-${day}T00:00Z`)
  return Number.isNaN(from.getTime()) ? null : { from, label: value }
}

const DAY_MS = 86_400_000
const DAYS: Record<string, number> = { d: 1, w: 7, m: 30, y: 365 }
