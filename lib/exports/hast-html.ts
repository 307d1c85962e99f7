import type { ElementContent, Root, RootContent } from 'hast'

/** A sanitized tree as HTML text. It knows the few elements and attributes the sanitizer lets through, and no others. */
export function htmlOf(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return escaped(node.value)
  if (node.type === 'root') return node.children.map(htmlOf).join('')
  if (node.type !== 'element') return ''
  const attributes = Object.entries(node.properties).map(([name, value]) => attribute(name, value))
  const open = `<${node.tagName}${attributes.join('')}>`
  return alone.has(node.tagName) ? open : `${open}${node.children.map(htmlOf).join('')}</${node.tagName}>`
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const alone = new Set(['br', 'hr', 'img', 'input'])

function attribute(name: string, value: unknown): string {
  if (value === false || value === null || value === undefined) return ''
  const spelled = name === 'className' ? 'class' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  if (value === true) return ` ${spelled}`
  return ` ${spelled}="${escaped(Array.isArray(value) ? value.join(' ') : String(value))}"`
}
