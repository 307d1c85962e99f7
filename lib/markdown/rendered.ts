import type { Root } from 'hast'
import type { OwnImage } from '#lib/markdown/own-images.ts'

/** A text as it may be shown: a sanitized tree of plain data, its headings, and its words for search. */
export interface Rendered {
  readonly tree: Root
  readonly headings: readonly Heading[]
  readonly text: string
  /** Why the source is shown as typed instead of formatted. `deadline` stands for time, memory and a full queue. */
  readonly degraded?: Degraded
  /** Where contents are compared, a text stands for itself by the key it is kept under, and not by its whole tree. */
  readonly toJSON?: () => string
}

export interface Heading {
  readonly id: string
  readonly text: string
  readonly depth: number
}

export type Degraded = 'too_long' | 'nesting' | 'deadline'

export interface RenderOptions {
  /** The level of the shallowest heading in the text. 2 by default, since the page owns the only h1. */
  readonly headingBase?: HeadingLevel
  /** Keeps ids apart when one page shows several texts: `impact` makes `md-impact-…`. Lower-case words and hyphens. */
  readonly scope?: string
  /** The pictures this text may show, of those it names. All others become links. */
  readonly images?: readonly OwnImage[]
  /** Whether lines like `{{timeline}}` are places for parts that are drawn from the facts. */
  readonly embeds?: boolean
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** Part of every cache key. Raise it when the same source would now render differently. */
export const RENDERER_VERSION = 2

/** Every id starts with this, so that no text can shadow a name the page or the browser uses. */
export const ID_PREFIX = 'md-'

export function idPrefix(scope?: string): string {
  if (scope === undefined) return ID_PREFIX
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(scope)) throw new TypeError(`Not a scope for ids: "${scope}"`)
  return `${ID_PREFIX}${scope}-`
}
