import type { serviceRoles, severities } from '#lib/incidents/model.ts'

export type Severity = keyof typeof severities

const severityWords: Record<string, Severity> = {
  critical: 'sev1',
  major: 'sev2',
  high: 'sev2',
  moderate: 'sev3',
  medium: 'sev3',
  minor: 'sev4',
  low: 'sev4',
  nearmiss: 'near_miss',
}

/** `SEV-1`, `sev2`, `P1`, `S3`, `2`, `major`: the ways companies write the same four. */
export function severityOf(written: string): Severity | null {
  const word = written.toLowerCase().replace(/[\s_-]/g, '')
  const [, level] = /^(?:sev|severity|p|s)?([1-4])$/.exec(word) ?? []
  return level ? (`sev${level}` as Severity) : (severityWords[word] ?? null)
}

const statusWords: Record<string, 'draft' | 'published' | 'retracted'> = Object.fromEntries([
  ...'published public final complete completed closed done reviewed approved resolved'
    .split(' ')
    .map((word) => [word, 'published'] as const),
  ...'draft drafting open pending new todo inprogress wip review inreview changesasked'
    .split(' ')
    .map((word) => [word, 'draft'] as const),
  ...'retracted withdrawn'.split(' ').map((word) => [word, 'retracted'] as const),
])

export const statusOf = (written: string) => statusWords[written.toLowerCase().replace(/[\s_-]/g, '')] ?? null

const visibilityWords: Record<string, 'company' | 'team' | 'restricted'> = Object.fromEntries([
  ...['company', 'public', 'internal', 'everyone', 'all', 'open'].map((word) => [word, 'company'] as const),
  ['team', 'team'],
  ...['restricted', 'private', 'confidential', 'secret'].map((word) => [word, 'restricted'] as const),
])

export const visibilityOf = (written: string) => visibilityWords[written.toLowerCase().trim()] ?? null

/** The part a service played when a file only names it: what is known is that it was affected. */
export const FOREIGN_ROLE: keyof typeof serviceRoles = 'victim'
