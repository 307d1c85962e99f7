import type { ImportedOut, ImportOptions, ImportTotals } from './schema.ts'

export const newTotals = ({ dryRun }: Pick<ImportOptions, 'dryRun'>): ImportTotals => ({
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  teams: [],
  services: [],
  dryRun,
})

type Told = { result: ImportedOut['results'][number] } | { message: string }
type Made = { teams: readonly string[]; services: readonly string[] }

/** A dry run meets the same missing team in every batch; it is one team. */
export function counting(totals: ImportTotals, told: Told, { teams, services }: Made): void {
  totals['message' in told ? 'failed' : told.result.outcome]++
  if (teams.length > 0) totals.teams = [...new Set([...totals.teams, ...teams])]
  if (services.length > 0) totals.services = [...new Set([...totals.services, ...services])]
}
