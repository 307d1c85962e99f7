import type { Route } from './routes.ts'

type Found = { route: Route; params: Record<string, string> }
type Crossing = { words: Map<string, Crossing>; anything?: Crossing; route?: Route }

/** Which route an address is, and what stands for the names in its braces. A word goes before a brace. */
export function addressBook(routes: readonly Route[]): (address: readonly string[]) => Found | undefined {
  const start: Crossing = { words: new Map() }
  for (const route of routes) segmentsOf(route.path).reduce(onward, start).route = route
  return (address) => {
    const found = walk(start, address, [])
    if (!found) return undefined
    const names = segmentsOf(found.route.path).filter(isBrace)
    const params = Object.fromEntries(names.map((name, index) => [name.slice(1, -1), found.values[index] ?? '']))
    return { route: found.route, params }
  }
}

const segmentsOf = (path: string) => path.split('/').slice(1)
const isBrace = (segment: string) => segment.startsWith('{')

function onward(from: Crossing, segment: string): Crossing {
  const known = isBrace(segment) ? from.anything : from.words.get(segment)
  if (known) return known
  const next: Crossing = { words: new Map() }
  if (isBrace(segment)) from.anything = next
  else from.words.set(segment, next)
  return next
}

type End = { route: Route; values: string[] }

function walk(from: Crossing, [segment, ...rest]: readonly string[], values: string[]): End | undefined {
  if (segment === undefined) return from.route && { route: from.route, values }
  const word = from.words.get(segment)
  const byWord = word && walk(word, rest, values)
  return byWord ?? (from.anything && walk(from.anything, rest, [...values, segment]))
}
