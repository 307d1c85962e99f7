/**
 * A small reader of regular expressions that counts the steps a backtracking engine takes, so that "linear" is a
 * number and not a stopwatch. It knows what our patterns use, and throws on anything else.
 */
export type Pattern =
  | { kind: 'one'; test: (character: string) => boolean }
  | { kind: 'edge'; not: boolean }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'all'; parts: Pattern[] }
  | { kind: 'either'; options: Pattern[] }
  | { kind: 'repeat'; part: Pattern; least: number; most: number; lazy: boolean }
  | { kind: 'look'; part: Pattern; behind: boolean; not: boolean; source: RegExp }

export function parsePattern(source: string): Pattern {
  let at = 0
  const peek = () => source[at]
  const either = (): Pattern => {
    const options = [all()]
    while (peek() === '|') {
      at += 1
      options.push(all())
    }
    return options.length === 1 ? (options[0] ?? { kind: 'all', parts: [] }) : { kind: 'either', options }
  }
  const all = (): Pattern => {
    const parts: Pattern[] = []
    while (at < source.length && peek() !== '|' && peek() !== ')') parts.push(repeated(single()))
    return { kind: 'all', parts }
  }
  const single = (): Pattern => {
    const [group] = /^\((?:\?(?:<?[=!]|:|<[a-z]+>))?/.exec(source.slice(at)) ?? []
    if (group !== undefined) return grouped(group)
    const [found] = /^(?:\\p\{[^}]+\}|\\u\w{4}|\\.|\[(?:\\.|[^\]\\])+\]|[^\\[\]])/u.exec(source.slice(at)) ?? []
    if (found === undefined) throw new Error(`Cannot read ${source.slice(at, at + 20)} in ${source}`)
    at += found.length
    if (found === '\\b' || found === '\\B') return { kind: 'edge', not: found === '\\B' }
    if (found === '^' || found === '$') return found === '^' ? { kind: 'start' } : { kind: 'end' }
    const one = new RegExp(`^${found}$`, 'iu')
    return { kind: 'one', test: (character) => one.test(character) }
  }
  const grouped = (opening: string): Pattern => {
    const from = at
    at += opening.length
    const part = either()
    at += 1
    if (!/[=!]$/.test(opening)) return part
    const behind = opening.includes('<')
    return { kind: 'look', part, behind, not: opening.endsWith('!'), source: new RegExp(source.slice(from, at), 'iy') }
  }
  const repeated = (part: Pattern): Pattern => {
    const [found, least, comma, most] = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at)) ?? []
    if (found === undefined) return part
    at += found.length
    const lazy = peek() === '?'
    if (lazy) at += 1
    const from = found === '+' ? 1 : Number(least ?? 0)
    const to =
      found === '?'
        ? 1
        : found.startsWith('{')
          ? comma && !most
            ? Number.POSITIVE_INFINITY
            : Number(most || least)
          : Number.POSITIVE_INFINITY
    return { kind: 'repeat', part, least: from, most: to, lazy }
  }
  const tree = either()
  if (at < source.length) throw new Error(`Did not read ${source.slice(at)} of ${source}`)
  return tree
}

export function quantifiers(pattern: Pattern): { least: number; most: number }[] {
  if (pattern.kind === 'all') return pattern.parts.flatMap(quantifiers)
  if (pattern.kind === 'either') return pattern.options.flatMap(quantifiers)
  if (pattern.kind === 'look') return quantifiers(pattern.part)
  return pattern.kind === 'repeat' ? [{ least: pattern.least, most: pattern.most }, ...quantifiers(pattern.part)] : []
}

/** The steps of the starting place that costs most, as if it never matched and every way had to be tried. */
export function worstSteps(pattern: Pattern, text: string): number {
  let worst = 0
  for (let from = 0; from < text.length; from += 1) {
    const counter = { steps: 0 }
    walk(pattern, { text, counter }, from, () => false)
    worst = Math.max(worst, counter.steps)
  }
  return worst
}

type Walk = { text: string; counter: { steps: number } }
type Next = (at: number) => boolean

/** Every way is tried, because `next` says no in the end: that is what a near miss costs. */
function walk(pattern: Pattern, on: Walk, at: number, next: Next): boolean {
  on.counter.steps += 1
  const { text } = on
  if (on.counter.steps > 1_000_000) throw new Error('More than a million steps from one place.')
  if (pattern.kind === 'one') return at < text.length && pattern.test(text[at] ?? '') && next(at + 1)
  if (pattern.kind === 'start') return at === 0 && next(at)
  if (pattern.kind === 'end') return at === text.length && next(at)
  if (pattern.kind === 'edge') return isEdge(text, at) !== pattern.not && next(at)
  if (pattern.kind === 'either') return pattern.options.some((option) => walk(option, on, at, next))
  if (pattern.kind === 'look') return looks(pattern, text, at) && next(at)
  if (pattern.kind === 'all') return inTurn(pattern.parts, on, at, next)
  return again(pattern, on, at, 0, next)
}

function inTurn(parts: Pattern[], on: Walk, at: number, next: Next): boolean {
  const [first, ...rest] = parts
  return first === undefined ? next(at) : walk(first, on, at, (then) => inTurn(rest, on, then, next))
}

function again(
  pattern: Extract<Pattern, { kind: 'repeat' }>,
  on: Walk,
  at: number,
  times: number,
  next: Next,
): boolean {
  const more = () =>
    times < pattern.most &&
    walk(
      pattern.part,
      on,
      at,
      (then) => (then > at || times < pattern.least) && again(pattern, on, then, times + 1, next),
    )
  const enough = () => times >= pattern.least && next(at)
  return pattern.lazy ? enough() || more() : more() || enough()
}

/** Looking around has quantifiers of its own, which the test counts; here only its answer matters. */
function looks({ source }: Extract<Pattern, { kind: 'look' }>, text: string, at: number): boolean {
  source.lastIndex = at
  return source.test(text)
}

const isWord = (character: string | undefined) => character !== undefined && /\w/.test(character)
const isEdge = (text: string, at: number) => isWord(text[at - 1]) !== isWord(text[at])
