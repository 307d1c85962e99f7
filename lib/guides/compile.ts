import type { Element, Root } from 'hast'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import { highlight } from '#lib/guides/highlight.ts'
import { type Guide, LIVING_COMPONENTS, type LivingBlock } from '#lib/guides/model.ts'
import { toText } from '#lib/markdown/to-text.ts'

export interface Compiled extends Pick<Guide, 'blocks' | 'code' | 'headings' | 'text'> {
  /** What the check looks at: where links lead, which components and imports are used. */
  readonly links: readonly string[]
  readonly components: readonly string[]
  readonly hasModules: boolean
  /** The words of each item of its checklists. */
  readonly items: readonly string[]
}

/** MDX to code for `GuideBody`. Only for files of the repository: MDX is a program. */
export async function compileGuide(body: string): Promise<Compiled> {
  const { bundleMDX } = await import('mdx-bundler')
  let seen: Omit<Compiled, 'code'> | undefined
  const { code } = await bundleMDX({
    source: body,
    // An error is thrown as well; printing it a second time helps nobody.
    esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
    mdxOptions: (options) => ({
      ...options,
      // Alignment as an attribute: our content security policy blocks inline styles.
      tableCellAlignToStyle: false,
      // Instead of the bundler's own two, which read the front matter that is already cut off.
      remarkPlugins: [remarkGfm],
      rehypePlugins: [
        ...(options.rehypePlugins ?? []),
        rehypeSlug,
        () => (root: Root) => {
          seen = inspect(root)
        },
        () => highlight,
      ],
    }),
  })
  if (!seen) throw new Error('The guide was compiled without its plugins.')
  return { code, ...seen }
}

/** A node of either kind: plain elements, and the components MDX adds to the tree. */
interface Node {
  readonly type: string
  readonly tagName?: string
  readonly name?: string | null
  readonly properties?: { id?: unknown; href?: unknown }
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[]
  readonly children?: readonly Node[]
}

function inspect(root: Root): Omit<Compiled, 'code'> {
  const nodes = [...flatten(root as Node)]
  return {
    headings: nodes.flatMap((node) =>
      /^h[2-6]$/.test(node.tagName ?? '')
        ? [{ id: String(node.properties?.id), text: toText(node as Root), depth: Number(node.tagName?.[1]) }]
        : [],
    ),
    text: toText(root),
    items: nodes.flatMap((node) => (node.name === 'Checklist' ? [...flatten(node)].flatMap(itemText) : [])),
    links: nodes.flatMap((node) => (node.tagName === 'a' ? [String(node.properties?.href)] : [])),
    components: nodes.flatMap((node) => (node.type.startsWith('mdxJsx') ? [node.name ?? 'a fragment'] : [])),
    blocks: nodes.flatMap(livingBlock),
    hasModules: nodes.some((node) => node.type === 'mdxjsEsm'),
  }
}

/** One line, because a tick belongs to all of it. */
const itemText = (node: Node): string[] => {
  const text = node.tagName === 'li' ? toText(node as Element).replace(/\s+/g, ' ') : ''
  return text ? [text] : []
}

function livingBlock({ name: found, attributes }: Node): LivingBlock[] {
  const name = LIVING_COMPONENTS.find((each) => each === found)
  const mechanism = attributes?.find((attribute) => attribute.name === 'mechanism')?.value
  return name ? [{ name, mechanism: typeof mechanism === 'string' ? mechanism : '' }] : []
}

function* flatten(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* flatten(child)
}
