import type { Work } from '#lib/context.ts'
import { fields, type Operator, operatorOf, operators, plainValue } from './fields.ts'
import { valuesOf } from './values.ts'

/** A way to go on: what it says, what that is called, and the query with it. */
export type Completion = { label: string; detail: string; q: string }

const MOST = 7

/** How the word being typed may go on, if it is becoming an operator. Names come from what the actor may read. */
export async function complete(work: Work, q: string): Promise<Completion[]> {
  const typed = /(?:^|\s)(-?)([A-Za-z]*)(?::("?)([^"\s]*))?$/.exec(q)
  if (!typed) return []
  const [whole, minus = '', word = '', , value] = typed
  const before = q.slice(0, q.length - whole.trimStart().length)
  const on = (text: string) => `${before}${minus}${text}`
  if (value === undefined)
    return word.length < 2
      ? []
      : operatorsFor(word).map((name) => ({ label: `${minus}${name}:`, detail: hints[name], q: on(`${name}:`) }))
  const operator = operatorOf(word)
  const field = fields.find((name) => name === operator)
  if (!field) return []
  const wanted = plainValue(value)
  const names = (given: { value: string; label: string }) => [plainValue(given.value), plainValue(given.label)]
  const known = await valuesOf(work, field)
  const beginning = known.filter((each) => names(each).some((name) => name.startsWith(wanted)))
  const holding = known.filter((each) => names(each).some((name) => name.includes(wanted)))
  return [...new Set([...beginning, ...holding])]
    .filter((each) => each.value !== value)
    .slice(0, MOST)
    .map((each) => ({ label: `${minus}${field}:${each.value}`, detail: each.label, q: on(`${field}:${each.value} `) }))
}

const operatorsFor = (word: string) => operators.filter((name) => name.startsWith(word.toLowerCase()))

const hints: Record<Operator, string> = {
  kind: 'Postmortems, incidents, guides and more',
  severity: 'How bad it was',
  service: 'What it happened in',
  team: 'Whose it is',
  mechanism: 'How it got hurt',
  is: 'Draft, published, open, overdue, mine …',
  year: 'When it happened',
  after: 'From a day on: 2026-06-10, 2026-06, 30d',
  before: 'Until a day: 2026-06-10, 2026-06, 30d',
}
