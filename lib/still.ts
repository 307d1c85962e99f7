import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { createCache } from './cache.ts'
import { distFile } from './dist.ts'

export type StillInput = {
  name: string
  props: object
  locale: string
  messages: Record<string, unknown>
}
/** `prefix` keeps the ids of two stills on one page apart. */
export type RenderStill = (input: StillInput & { prefix: string }) => string

/**
 * Rendered once per content: the key is everything the component is given. A still can so never be out of date, and
 * nobody gets one without holding what it shows.
 */
export async function still(input: StillInput): Promise<string> {
  const { cache, render } = await state()
  const { name, props, locale } = input
  const key = createHash('sha256')
    .update(`${name} ${locale} ${JSON.stringify(props)}`)
    .digest('base64url')
  const known = cache.get(key)
  if (known !== undefined) return known
  const html = render({ ...input, prefix: key.slice(0, 8) })
  cache.set(key, html, { weight: html.length })
  return html
}

/** Some hundred long postmortems, in characters. */
const CACHE_MAX = 16_000_000

type State = { cache: ReturnType<typeof createCache<string>>; render: RenderStill }
const STATE = Symbol.for('firebreak.stills')
// Next loads this module once per bundle; on the global object one process has one cache.
const shared = globalThis as { [STATE]?: Promise<State> }

function state(): Promise<State> {
  shared[STATE] ??= begin()
  return shared[STATE]
}

async function begin(): Promise<State> {
  const file = pathToFileURL(distFile('stills.mjs')).href
  const { render } = (await import(/* turbopackIgnore: true */ file)) as { render: RenderStill }
  return { cache: createCache<string>({ max: CACHE_MAX, now: () => performance.now() }), render }
}
