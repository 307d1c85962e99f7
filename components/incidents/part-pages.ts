/** The parts of the facts in the order somebody fills them in the day after. */
export const partPages = [
  ...(['basics', 'severity', 'milestones', 'windows', 'numbers', 'where', 'detection'] as const),
  ...(['factors', 'defences', 'mitigations', 'relations', 'evidence', 'roles'] as const),
] as const

export type PartPage = (typeof partPages)[number]

/** Three are no part of one form: the basics come first, the log only grows, and a link belongs to two incidents. */
export function partHref(number: number, part: PartPage): string {
  if (part === 'basics') return `/incidents/${number}/edit`
  return part === 'severity' || part === 'relations'
    ? `/incidents/${number}/${part}`
    : `/incidents/${number}/facts/${part}`
}
