import type { Root } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { markEmbeds } from '#lib/markdown/embeds.ts'
import type { OwnImage } from '#lib/markdown/own-images.ts'
import type { Heading, HeadingLevel, Rendered } from '#lib/markdown/rendered.ts'
import { schema } from '#lib/markdown/schema.ts'
import { dropPositions, linkImages, prefixFootnoteLabel, shiftHeadings, tidyLinks } from '#lib/markdown/tidy.ts'
import { toText } from '#lib/markdown/to-text.ts'
import { elements } from '#lib/markdown/walk.ts'
import { weigh } from '#lib/markdown/weigh.ts'

export interface RenderInput {
  readonly source: string
  readonly headingBase: HeadingLevel
  readonly prefix: string
  readonly images?: readonly OwnImage[]
  readonly embeds?: boolean
}

/**
 * Markdown to a sanitized tree. Synchronous and unbounded in time, so it runs in the worker only; everything else
 * calls `renderMarkdown`. Raw HTML is dropped by the bridge to HTML (no `allowDangerousHtml`) before the sanitizer.
 */
export function render({ source, headingBase, prefix, images = [], embeds = false }: RenderInput): Rendered {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { clobberPrefix: prefix, footnoteLabelTagName: 'p' })
    .use(() => weigh)
    .use(rehypeSlug, { prefix })
    .use(() => (root: Root) => {
      linkImages(root, images)
      tidyLinks(root, prefix)
      shiftHeadings(root, headingBase)
      prefixFootnoteLabel(root, prefix)
    })
    .use(rehypeSanitize, schema)
    // Behind the sanitizer, which lets nobody's text make such an element.
    .use(() => (root: Root) => (embeds ? markEmbeds(root) : undefined))
    .use(() => dropPositions)
  const tree = processor.runSync(processor.parse(source))
  return { tree, headings: headingsOf(tree), text: toText(tree) }
}

function headingsOf(tree: Root): Heading[] {
  return [...elements(tree)].flatMap((node) => {
    const text = /^h[1-6]$/.test(node.tagName) ? toText(node) : ''
    return text ? [{ id: String(node.properties.id), text, depth: Number(node.tagName[1]) }] : []
  })
}
