import type { Element, ElementContent, Root, RootContent } from 'hast'

/** The words of a tree, one line per block, for search, summaries and mail. */
export function toText(tree: Root | Element): string {
  const parts: string[] = []
  collect(tree, parts)
  return parts
    .join('')
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .trim()
}

function collect(node: Root | RootContent | ElementContent, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value)
  // A picture is found by what it shows.
  if (node.type === 'element' && node.tagName === 'img') parts.push(String(node.properties.alt ?? ''))
  if (!('children' in node) || isNoise(node)) return
  // Guides hold components between blocks; their words count like any others.
  const name = 'tagName' in node ? node.tagName : String(node.type)
  const isBlock = BLOCKS.has(name)
  if (isBlock) parts.push('\n')
  for (const child of node.children) {
    // The line ends between cells are layout of the tree, not of the row.
    if (name !== 'tr' || child.type !== 'text') collect(child, parts)
  }
  if (name === 'td' || name === 'th') parts.push(' ')
  if (isBlock) parts.push('\n')
}

/** Footnote arrows and numbers are navigation, not words. */
function isNoise(node: Root | RootContent | ElementContent): boolean {
  if (node.type !== 'element') return false
  return 'dataFootnoteBackref' in node.properties || 'dataFootnoteRef' in node.properties
}

const BLOCKS = new Set(
  'root mdxJsxFlowElement p h1 h2 h3 h4 h5 h6 li ul ol pre blockquote table tr section hr br figure figcaption aside dl dt dd div'.split(
    ' ',
  ),
)
