import { type Operator, operatorOf } from './fields.ts'

/** One `service:edge` of a query. Several values of one field widen it; a minus leaves them out. */
export type Asked = { operator: Operator; value: string; negated: boolean }

/** A field, a colon and a value or several, perhaps in quotes, perhaps with a minus in front. */
const OPERATOR = /(?<!\S)(-?)([A-Za-z]+):("[^"]*"|[^\s"]+)/g

/** The operators of a query, and the query without them. What looks like one and is none stays text: `error:timeout`. */
export function splitQuery(query: string): { asked: Asked[]; rest: string } {
  const asked: Asked[] = []
  const rest = query.replace(OPERATOR, (whole, minus: string, word: string, given: string) => {
    const operator = operatorOf(word)
    if (!operator) return whole
    const values = given.startsWith('"') ? [given.slice(1, -1)] : given.split(',')
    for (const value of values.map((each) => each.trim()).filter(Boolean))
      asked.push({ operator, value, negated: minus === '-' })
    return ''
  })
  return { asked, rest: rest.replace(/\s+/g, ' ').trim() }
}

const sameAsked = (one: Asked, other: Asked) =>
  one.operator === other.operator &&
  one.negated === other.negated &&
  one.value.toLowerCase() === other.value.toLowerCase()

const written = ({ operator, value, negated }: Asked) =>
  `${negated ? '-' : ''}${operator}:${/^[^\s",]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`}`

/** The query with these operators, in one spelling, so that one question has one address. */
const queryOf = (rest: string, asked: readonly Asked[]): string =>
  [rest, ...asked.map(written)].filter(Boolean).join(' ')

export function withAsked(query: string, more: Asked): string {
  const { asked, rest } = splitQuery(query)
  return queryOf(rest, [...asked.filter((each) => !sameAsked(each, more)), more])
}

export function withoutAsked(query: string, less: Asked): string {
  const { asked, rest } = splitQuery(query)
  return queryOf(
    rest,
    asked.filter((each) => !sameAsked(each, less)),
  )
}
