import type { Element, ElementContent, Root } from 'hast'
import type { Work } from '#lib/context.ts'
import { imageTypes } from '#lib/images/model.ts'
import { getImage, imagesIn } from '#lib/images/queries.ts'
import type { OwnImage } from '#lib/markdown/own-images.ts'

/** The pictures of these texts as addresses that hold them: a file that is alone can ask nobody. */
export async function picturesIn(work: Work, number: number, texts: readonly string[]): Promise<OwnImage[]> {
  const pictures = await imagesIn(work, number, texts)
  const held: OwnImage[] = []
  for (const picture of pictures) {
    const { type, bytes } = await getImage(work, { number, image: picture.id })
    held.push({ ...picture, src: `data:${imageTypes[type].media};base64,${Buffer.from(bytes).toString('base64')}` })
  }
  return held
}

/** The same tree with the sources of its pictures changed. It was sanitized before, and is nobody else's. */
export function withSources(tree: Root, sources: ReadonlyMap<string, string | undefined>): Root {
  const changed = <Node extends Root['children'][number] | ElementContent>(node: Node): Node => {
    if (node.type !== 'element') return node
    const element = node as Element
    const src = element.tagName === 'img' ? sources.get(String(element.properties.src)) : undefined
    const properties = src ? { ...element.properties, src } : element.properties
    return { ...element, properties, children: element.children.map(changed) } as Node
  }
  return { ...tree, children: tree.children.map(changed) }
}
