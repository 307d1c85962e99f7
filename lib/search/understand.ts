import type { Work } from '#lib/context.ts'
import type { Narrowing } from './engine.ts'
import { type Bound, bounds, conditions, DUE, type Field, fields, personTag, RETRACTED, tagOf } from './fields.ts'
import { momentsOf } from './moments.ts'
import type { Asked } from './query-text.ts'
import type { SearchNote } from './schema.ts'
import { closest, type Value, valueNamed, valuesOf } from './values.ts'

/** One operator that made sense: as it was asked, and how it is called. */
export type Meant = { asked: Asked; label: string; field: Field | Bound; tag: string | null }
export type Understood = { narrowing: Narrowing; meant: Meant[]; notes: SearchNote[] }

/**
 * What the operators of a query mean for this actor. One that means nothing is left out and said so, with what may have
 * been meant: an empty answer would look as if there were nothing to find.
 */
export async function understand(work: Work, asked: readonly Asked[]): Promise<Understood> {
  const known = new Map<Field, Value[]>()
  for (const field of fields)
    if (asked.some(({ operator }) => operator === field)) known.set(field, await valuesOf(work, field))
  const meant: Meant[] = []
  const notes: SearchNote[] = []
  const limits: Pick<Narrowing, 'since' | 'until'> = { since: null, until: null }
  for (const each of asked) {
    const bound = bounds.find((name) => name === each.operator)
    const field = fields.find((name) => name === each.operator)
    const value = field && valueNamed(known.get(field) ?? [], field, each.value)
    const moments = bound && momentsOf(each.value, work)
    if (field && value) meant.push({ asked: each, label: value.label, field, tag: tagOf(field, value.value) })
    else if (bound && moments && !each.negated) {
      if (bound === 'before') limits.until = earlier(limits.until, moments.from)
      else limits.since = later(limits.since, moments.from)
      meant.push({ asked: each, label: moments.label, field: bound, tag: null })
    } else
      notes.push({
        operator: each.operator,
        value: each.value,
        try: field ? closest(known.get(field) ?? [], each.value) : [],
      })
  }
  return { narrowing: narrowingOf(work, meant, limits), meant, notes }
}

/** Values of one field widen each other, fields narrow each other. What is asked beside a state narrows on its own. */
function narrowingOf(
  { actor, now }: Work,
  meant: readonly Meant[],
  limits: Pick<Narrowing, 'since' | 'until'>,
): Narrowing {
  const is = (condition: (typeof conditions)[number], negated: boolean) =>
    meant.some(({ tag, asked }) => tag === tagOf('is', condition) && asked.negated === negated)
  const mine = personTag(actor.kind === 'person' ? actor.personId : 'nobody')
  const plain = meant.filter(
    ({ tag }) => tag !== null && !conditions.some((condition) => tag === tagOf('is', condition)),
  )
  const tagsOf = (field: Field) =>
    plain.flatMap(({ field: own, tag, asked }) => (own === field && tag && !asked.negated ? [tag] : []))
  return {
    groups: [
      ...fields.map(tagsOf).filter((tags) => tags.length > 0),
      ...(is('mine', false) ? [[mine]] : []),
      ...(is('overdue', false) ? [[DUE]] : []),
    ],
    barred: [
      ...plain.flatMap(({ tag, asked }) => (asked.negated && tag ? [tag] : [])),
      ...(is('mine', true) ? [mine] : []),
      ...(meant.some(({ tag, asked }) => tag === RETRACTED && !asked.negated) ? [] : [RETRACTED]),
    ],
    since: limits.since,
    until: is('overdue', false) ? earlier(limits.until, now) : limits.until,
  }
}

const earlier = (one: Date | null, other: Date) => (one && one < other ? one : other)
const later = (one: Date | null, other: Date) => (one && one > other ? one : other)
