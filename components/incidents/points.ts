import type { SeverityLine, Window } from '#lib/incidents/metrics.ts'
import { type Milestones, milestoneNames, type Severity } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'

/** Milestones as the model takes them; the API spells them as text. */
export const pointsOf = ({ milestones }: Pick<IncidentOut, 'milestones'>): Milestones =>
  Object.fromEntries(milestoneNames.map((name) => [name, milestones[name] ? new Date(milestones[name]) : null]))

/** Impact windows likewise. */
export const windowsOf = ({ windows }: Pick<IncidentOut, 'windows'>): Window[] =>
  windows.map(({ startedAt, endedAt, trafficShare, failingShare }) => ({
    startedAt: new Date(startedAt),
    endedAt: endedAt ? new Date(endedAt) : null,
    trafficShare,
    failingShare,
  }))

/** The log of the severity likewise. */
export const linesOf = ({ severityLog }: Pick<IncidentOut, 'severityLog'>): SeverityLine[] =>
  severityLog.map(({ severity, at }) => ({ severity: severity as Severity, at: at ? new Date(at) : null }))

/** `Europe/Lisbon` reads "Lisbon" in a column heading. */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
