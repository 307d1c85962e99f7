/** By what a search can be narrowed, in the order their counts are shown. */
export const fields = ['kind', 'severity', 'service', 'team', 'mechanism', 'is', 'year'] as const
export type Field = (typeof fields)[number]

/** Times narrow too, though nobody counts by them. */
export const bounds = ['after', 'before'] as const
export type Bound = (typeof bounds)[number]
export type Operator = Field | Bound
export const operators: readonly Operator[] = [...fields, ...bounds]

/** What people write without looking it up. */
const aliases: Record<string, Operator> = {
  sev: 'severity',
  type: 'kind',
  in: 'kind',
  svc: 'service',
  mech: 'mechanism',
  state: 'is',
  status: 'is',
  since: 'after',
  until: 'before',
}

export function operatorOf(word: string): Operator | null {
  const name = word.toLowerCase()
  return (
    operators.find((operator) => operator === name) ?? (Object.hasOwn(aliases, name) ? (aliases[name] ?? null) : null)
  )
}

/** `is:` with these values asks something of the record beside its state. */
export const conditions = ['mine', 'overdue'] as const

/** Every state some kind can be in, as people write it. */
export const states = {
  draft: 'Draft',
  in_review: 'In review',
  changes_asked: 'Changes asked',
  approved: 'Approved',
  published: 'Published',
  retracted: 'Retracted',
  open: 'Open',
  closed: 'Closed',
  proposed: 'Proposed',
  chartered: 'Chartered',
  active: 'Active',
  sustaining: 'Sustaining',
  stopped: 'Stopped',
  planned: 'Planned',
  running: 'Running',
  finished: 'Finished',
  called_off: 'Called off',
} as const

/** Found only by whoever asks for it: what was taken back is no answer to anything else. */
export const RETRACTED = 'is:retracted'

export const tagOf = (field: Field, value: string): string => `${field}:${value}`
export const personTag = (personId: string): string => `person:${personId}`
/** An open promise with a date: overdue once that moment is past. */
export const DUE = 'due:open'

/** Hyphens, blanks and the plural are how people write `action_item`. */
export const plainValue = (value: string): string =>
  value
    .toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, '_')
