import { createHash } from 'node:crypto'
import { createCache } from '#lib/cache.ts'
import { distFile } from '#lib/dist.ts'
import { CACHE_MAX, DEADLINE_MS, QUEUE_MAX, RETRY_MS } from '#lib/markdown/limits.ts'
import { createPool, type Pool } from '#lib/markdown/pool.ts'
import { prescan } from '#lib/markdown/prescan.ts'
import type { RenderInput } from '#lib/markdown/render.ts'
import { type Degraded, idPrefix, RENDERER_VERSION, type Rendered, type RenderOptions } from '#lib/markdown/rendered.ts'

/**
 * What a person typed, ready to show. Never rejects because of the text: one that is too long, too nested or too slow
 * comes back as typed, in one block, with the reason in `degraded`.
 */
export async function renderMarkdown(source: string, options: RenderOptions = {}): Promise<Rendered> {
  const input = {
    source: source.toWellFormed(),
    headingBase: options.headingBase ?? 2,
    prefix: idPrefix(options.scope),
    images: options.images?.filter(({ id }) => source.includes(id)) ?? [],
    embeds: options.embeds ?? false,
  }
  if (input.source.trim() === '') return EMPTY
  const refused = prescan(input.source)
  if (refused) return asTyped(input.source, refused)
  return once(keyOf(input), input)
}

/** Ends the worker thread, for tests and shutdown. The next text starts another. */
export async function closeRenderer(): Promise<void> {
  const { pool } = state()
  shared[STATE] = undefined
  await pool.close()
}

const EMPTY: Rendered = { tree: { type: 'root', children: [] }, headings: [], text: '' }

async function once(key: string, input: RenderInput): Promise<Rendered> {
  const { cache, waiting } = state()
  const known = cache.get(key) ?? waiting.get(key)
  if (known) return known
  const answer = ask(key, input).finally(() => waiting.delete(key))
  waiting.set(key, answer)
  return answer
}

async function ask(key: string, input: RenderInput): Promise<Rendered> {
  const { cache, pool } = state()
  const answer = await pool.run(input)
  const weight = input.source.length
  if ('rendered' in answer) {
    const rendered = { ...answer.rendered, toJSON: () => key }
    cache.set(key, rendered, { weight })
    return rendered
  }
  // Not cached: the machine was busy, and nothing is known about the text.
  if ('busy' in answer) return asTyped(input.source, 'deadline')
  if ('bug' in answer) console.error(`The Markdown renderer failed; the text is shown as typed. ${answer.bug}`)
  const typed = asTyped(input.source, 'bug' in answer ? 'deadline' : answer.refused)
  cache.set(key, typed, { weight, lifeMs: RETRY_MS })
  return typed
}

function asTyped(source: string, degraded: Degraded): Rendered {
  const text = { type: 'text' as const, value: source }
  const pre = { type: 'element' as const, tagName: 'pre', properties: {}, children: [text] }
  return { tree: { type: 'root', children: [pre] }, headings: [], text: source, degraded }
}

function keyOf({ source, headingBase, prefix, images, embeds }: RenderInput): string {
  const how = `${RENDERER_VERSION} ${headingBase} ${prefix} ${embeds ? 'embeds' : ''} ${JSON.stringify(images)}`
  return createHash('sha256').update(`${how} ${source}`).digest('base64')
}

interface State {
  readonly pool: Pool
  readonly cache: ReturnType<typeof createCache<Rendered>>
  readonly waiting: Map<string, Promise<Rendered>>
}

const STATE = Symbol.for('firebreak.markdown')
// Next loads this module once per bundle; on the global object one process has one worker and one cache.
const shared = globalThis as { [STATE]?: State | undefined }

function state(): State {
  shared[STATE] ??= {
    pool: createPool({ file: distFile('markdown-worker.mjs'), deadlineMs: DEADLINE_MS, queueMax: QUEUE_MAX }),
    cache: createCache<Rendered>({ max: CACHE_MAX, now: () => performance.now() }),
    waiting: new Map(),
  }
  return shared[STATE]
}
