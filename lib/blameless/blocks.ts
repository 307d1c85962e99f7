import { GFM, parser } from '@lezer/markdown'
import { type Block, BlockText, type Ignore } from './block-text.ts'

/** Lezer's parser, which is the editor's too: ten times faster than remark's on prose, and steady on hostile text. */
const markdown = parser.configure([GFM])

/** The prose of a Markdown text, block by block, with what its comments ask to leave alone. */
export function blocksOf(source: string, { mdx = false }: { mdx?: boolean } = {}): Block[] {
  const from = frontMatterEnd(source)
  const text = blank(source.slice(0, from)) + (mdx ? withoutCode(source.slice(from)) : source.slice(from))
  const found: Block[] = []
  let open: BlockText | undefined
  let items = 0
  let heading = ''
  let ignored: Ignore[] = []
  markdown.parse(text).iterate({
    enter(node) {
      const { name } = node
      if (SKIPPED.has(name)) return false
      if (name === 'CommentBlock' || name === 'Comment') {
        const ignores = ignoresIn(text.slice(node.from, node.to))
        if (open) open.ignore(ignores)
        else ignored.push(...ignores)
        open?.cut(node.from, node.to, '')
        return false
      }
      if (name === 'ListItem') items += 1
      const kind = LEAVES[withoutLevel(name)]
      if (kind)
        open = new BlockText(text, {
          kind: kind === 'paragraph' && items > 0 ? 'item' : kind,
          from: node.from,
          to: node.to,
        })
      else if (open && name in CUT) {
        open.cut(node.from, node.to, CUT[name] ?? '')
        return false
      }
      return true
    },
    leave(node) {
      if (node.name === 'ListItem') items -= 1
      if (!(withoutLevel(node.name) in LEAVES) || !open) return
      const block = open.done({ depth: items, under: heading, ignored })
      open = undefined
      ignored = []
      if (block.kind === 'heading') heading = block.text
      if (block.text.trim() !== '') found.push(block)
    },
  })
  return found
}

const withoutLevel = (name: string) => (name.includes('Heading') ? name.slice(0, -1) : name)

const SKIPPED = new Set([
  'Blockquote',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'ProcessingInstructionBlock',
  'LinkReference',
])

const LEAVES: Record<string, Block['kind']> = {
  Paragraph: 'paragraph',
  Task: 'paragraph',
  ATXHeading: 'heading',
  SetextHeading: 'heading',
  TableCell: 'cell',
}

/** What stands in for each: nothing for markup, one placeholder for what is not prose. */
export const NOUN = '\uFFFC'
const CUT: Record<string, string> = {
  EmphasisMark: '',
  StrikethroughMark: '',
  HeaderMark: '',
  TaskMarker: '',
  QuoteMark: '',
  ListMark: '',
  HTMLTag: '',
  Entity: ' ',
  HardBreak: ' ',
  InlineCode: NOUN,
  Link: NOUN,
  Image: NOUN,
  Autolink: NOUN,
  URL: NOUN,
  ProcessingInstruction: NOUN,
}

function frontMatterEnd(source: string): number {
  return /^---\n[\s\S]*?\n---(?:\n|$)/.exec(source)?.[0].length ?? 0
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')

/** Imports, exports and expressions of MDX are code; what takes their place keeps every offset. Comments stay comments. */
function withoutCode(text: string): string {
  const commented = text.replace(/\{\/\* ([^\n]{0,500}?)\*\/\}/g, '<!--$1-->')
  return commented.replace(/^(?:import|export) .*$/gm, blank).replace(/\{[^{}\n]{0,500}\}/g, blank)
}

/** `<!-- lint-ignore human-error, simply: the vendor's wording -->`. Without a reason it asks for nothing. */
function ignoresIn(comment: string): Ignore[] {
  const [, ids, reason] = /^<!--\s*lint-ignore\s+([\w.,\- ]{1,200}):\s*(\S[\s\S]*?)\s*-->$/.exec(comment) ?? []
  return ids && reason ? ids.split(/[, ]+/).flatMap((rule) => (rule ? [{ rule, reason }] : [])) : []
}
