import type { Element, ElementContent, Root, RootContent } from 'hast'

/** A sanitized tree as HTML to paste into a status page: no classes, no ids, no script can be in it. */
export function toHtml(tree: Root): string {
  return tree.children.map(html).join('').trim()
}

const KEPT = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'blockquote',
  'br',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
])
const EMPTY = new Set(['br', 'hr'])

function html(node: RootContent | ElementContent): string {
  if (node.type === 'text') return escaped(node.value)
  if (node.type !== 'element') return ''
  const inner = node.children.map(html).join('')
  if (node.tagName === 'a') return link(node, inner)
  if (!KEPT.has(node.tagName)) return inner
  return EMPTY.has(node.tagName) ? `<${node.tagName}>` : `<${node.tagName}>${inner}</${node.tagName}>`
}

function link({ properties: { href } }: Element, inner: string): string {
  return typeof href === 'string' && /^https?:\/\//.test(href) ? `<a href="${escaped(href)}">${inner}</a>` : inner
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
