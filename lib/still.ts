import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { createCache } from './cache.ts'
import { distFile } from './dist.ts'
import { isFrozen } from './frozen.ts'
import { keptStills } from './kept-stills.ts'

export type StillInput = {
  name: string
  props: object
  locale: string
  messages: Record<string, unknown>
}
/** `prefix` keeps the ids of two stills on one page apart. */
export type RenderStill = (input: StillInput & { prefix: string }) => string

/**
 * Rendered once per content: the id is a hash of everything the component is given. A still can so never be out of date,
 * and nobody gets one without holding what it shows.
 */
export async function still(input: StillInput): Promise<{ id: string; html: string }> {
  const { name, props, locale } = input
  const hash = createHash('sha256')
    .update(`${name} ${locale} ${JSON.stringify(contentOf(props))}`)
    .digest('base64url')
  const id = `still-${hash}`
  const kept = keptStills(keepSome)
  const known = kept.get(id)
  if (known !== undefined) return { id, html: known }
  const render = await renderer()
  const html = render({ ...input, prefix: hash.slice(0, 8) })
  kept.set(id, html)
  return { id, html }
}

/** As JSON. What can never change, as answers that are kept, is told by its hash, which is found once. */
const contentOf = (props: object) =>
  Object.entries(props).map(([name, value]) => [name, hashOfFrozen(value) ?? JSON.stringify(value)])

function hashOfFrozen(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const known = hashes.get(value)
  if (known !== undefined || !isFrozen(value)) return known
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('base64url')
  hashes.set(value, hash)
  return hash
}

const hashes = new WeakMap<object, string>()

/** Some hundred long postmortems, in characters. */
const CACHE_MAX = 16_000_000

function keepSome() {
  const cache = createCache<string>({ max: CACHE_MAX, now: () => performance.now() })
  return { get: cache.get, set: (id: string, html: string) => cache.set(id, html, { weight: html.length }) }
}

async function renderer(): Promise<RenderStill> {
  const file = pathToFileURL(distFile('stills.mjs')).href
  const { render } = (await import(/* turbopackIgnore: true */ file)) as { render: RenderStill }
  return render
}
