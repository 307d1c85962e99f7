import type { Element, ElementContent, Root } from 'hast'
import { URL_MAX } from '#lib/markdown/limits.ts'
import { type OwnImage, ownImageId } from '#lib/markdown/own-images.ts'
import type { HeadingLevel } from '#lib/markdown/rendered.ts'
import { elements } from '#lib/markdown/walk.ts'

/**
 * A picture of the document's own is shown. Any other image becomes a link to it: showing it would tell another server who reads this page and when, and the page's
 * security policy would block it anyway. Inside a link only its words stay, because links cannot be nested.
 */
export function linkImages(root: Root, own: readonly OwnImage[] = []): void {
  for (const parent of parents(root)) {
    const inLink = parent.type === 'element' && parent.tagName === 'a'
    parent.children = parent.children.map((child) =>
      child.type === 'element' && child.tagName === 'img'
        ? (ownImage(child, own) ?? imageAsText(child, inLink))
        : child,
    ) as ElementContent[]
  }
  // Emphasis may stand between a link and its image: [*![x](y)*](z).
  for (const link of elements(root)) if (link.tagName === 'a') unwrapInnerLinks(link)
}

/** Links say nothing about the reader, give nothing to their target, and lead to a web page, a mail or this page. */
export function tidyLinks(root: Root, prefix: string): void {
  for (const link of elements(root)) {
    if (link.tagName !== 'a') continue
    const href = link.properties.href
    if (typeof href !== 'string' || href.length > URL_MAX) delete link.properties.href
    else if (href.startsWith('#')) link.properties.href = ownFragment(href, prefix)
    else link.properties.rel = ['noopener', 'noreferrer', 'nofollow', 'ugc']
  }
}

/**
 * Moves headings under the page's own: the shallowest level in the text becomes `base`, and levels the text skips are
 * closed up, so that the outline a screen reader announces has no holes.
 */
export function shiftHeadings(root: Root, base: HeadingLevel): void {
  const headings = [...elements(root)].filter(({ tagName }) => /^h[1-6]$/.test(tagName))
  const levels = [...new Set(headings.map(({ tagName }) => tagName))].sort()
  for (const heading of headings) heading.tagName = `h${Math.min(6, base + levels.indexOf(heading.tagName))}`
}

/** The renderer names the heading of footnotes without our prefix and offers no option for it. */
export function prefixFootnoteLabel(root: Root, prefix: string): void {
  for (const { properties } of elements(root)) {
    if (properties.id === FOOTNOTE_LABEL) properties.id = prefix + FOOTNOTE_LABEL
    if (String(properties.ariaDescribedBy) === FOOTNOTE_LABEL) properties.ariaDescribedBy = [prefix + FOOTNOTE_LABEL]
  }
}

/** Positions double the size of the tree and mean nothing after rendering. */
export function dropPositions(root: Root): void {
  delete root.position
  delete root.data
  for (const { children } of parents(root)) {
    for (const child of children) {
      delete child.position
      delete child.data
    }
  }
}

const FOOTNOTE_LABEL = 'footnote-label'

function parents(root: Root): (Root | Element)[] {
  return [root, ...elements(root)]
}

function ownImage({ properties }: Element, own: readonly OwnImage[]): Element | undefined {
  const id = ownImageId(String(properties.src ?? ''))
  const image = own.find((one) => one.id === id)
  if (!image) return undefined
  const { src, width, height } = image
  const alt = String(properties.alt ?? '')
  return { type: 'element', tagName: 'img', properties: { src, alt, width, height }, children: [] }
}

function imageAsText({ properties }: Element, inLink: boolean): ElementContent {
  const src = String(properties.src ?? '')
  const text: ElementContent = { type: 'text', value: String(properties.alt ?? '') || src }
  if (inLink || src === '') return text
  return { type: 'element', tagName: 'a', properties: { href: src }, children: [text] }
}

function unwrapInnerLinks(link: Element): void {
  for (const inner of elements({ type: 'root', children: link.children })) {
    inner.children = inner.children.flatMap((child) => (isLink(child) ? child.children : [child]))
  }
}

const isLink = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'a'

/** `[see below](#timeline)` is written without our prefix and means the heading that carries it. */
function ownFragment(href: string, prefix: string): string {
  return href.startsWith(`#${prefix}`) ? href : `#${prefix}${href.slice(1)}`
}
