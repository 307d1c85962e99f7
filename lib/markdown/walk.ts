import type { Element, ElementContent, Root, RootContent } from 'hast'

type Content = RootContent | ElementContent

/** Every node once, parents first and in reading order. Iterative, because depth is what an attacker chooses. */
export function* walk(root: Root): Generator<{ node: Content; depth: number }> {
  const stack = root.children.map((node) => ({ node: node as Content, depth: 1 })).reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    if (next.node.type !== 'element') continue
    for (const child of next.node.children.toReversed()) stack.push({ node: child, depth: next.depth + 1 })
  }
}

export function* elements(root: Root): Generator<Element> {
  for (const { node } of walk(root)) if (node.type === 'element') yield node
}
