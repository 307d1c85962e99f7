import type { Element, Root } from 'hast'
import { DEPTH_MAX, NODE_MAX, OUTPUT_MAX } from '#lib/markdown/limits.ts'
import type { Degraded } from '#lib/markdown/rendered.ts'
import { walk } from '#lib/markdown/walk.ts'

/** Thrown inside the worker; the reason travels to the reader. */
export class Refusal extends Error {
  readonly reason: Degraded
  constructor(reason: Degraded) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Refuses a tree that would be expensive after the parser. The deadline protects the worker; this protects the main
 * thread, which copies the tree, and React, which walks it recursively.
 */
export function weigh(root: Root): void {
  let nodes = 0
  let characters = 0
  for (const { node, depth } of walk(root)) {
    nodes += 1
    if (node.type === 'text') characters += node.value.length
    if (node.type === 'element') characters += attributesLength(node)
    if (depth > DEPTH_MAX) throw new Refusal('nesting')
    if (nodes > NODE_MAX || characters > OUTPUT_MAX) throw new Refusal('too_long')
  }
}

function attributesLength({ properties }: Element): number {
  return Object.values(properties).reduce<number>((sum, value) => sum + String(value).length, 0)
}
