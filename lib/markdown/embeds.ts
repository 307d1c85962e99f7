import type { Element, Root } from 'hast'

/**
 * A line of its own like `{{timeline}}` stands for a part of the record that is drawn where it stands. It is plain text
 * for every other program, and comes back from an export as it left.
 */
export const embedKinds = ['timeline', 'facts', 'action-items', 'mechanism', 'incident'] as const
export type EmbedKind = (typeof embedKinds)[number]
/** `of` is the code of a mechanism or the number of an incident. */
export type Embed = { kind: EmbedKind; of: string; source: string }

/** As many in one text as a page is read with; the others stay as they were typed. */
export const EMBEDS_MAX = 40

const LINE =
  /^\{\{(?:(timeline|facts|action-items)|(mechanism):([a-z]{3}\.[a-z0-9-]{1,40})|(incident):(?:INC-)?([1-9]\d{0,8}))\}\}$/i

export function embedOf(text: string): Embed | undefined {
  const [source, alone, mechanism, code, , number] = LINE.exec(text.trim()) ?? []
  if (source === undefined) return undefined
  if (alone) return { kind: alone.toLowerCase() as EmbedKind, of: '', source }
  return mechanism
    ? { kind: 'mechanism', of: (code ?? '').toLowerCase(), source }
    : { kind: 'incident', of: number ?? '', source }
}

/** Every line that may be one. Also code is looked through, which at worst asks for something that is not shown. */
export const embedsIn = (text: string): Embed[] =>
  text.includes('{{') ? text.split('\n').flatMap((line) => embedOf(line) ?? []) : []

/** Only a paragraph of its own and of nothing else, not in a list, a quotation or a table. */
export function markEmbeds(root: Root): void {
  let count = 0
  root.children = root.children.map((child) => {
    const embed = child.type === 'element' && count < EMBEDS_MAX ? embedIn(child) : undefined
    if (!embed) return child
    count += 1
    const properties = { dataEmbed: embed.kind, dataOf: embed.of }
    // What does not know it shows the words.
    return { type: 'element', tagName: 'div', properties, children: [{ type: 'text', value: embed.source }] }
  })
}

/** The kinds that a rendered text shows. */
export const placedIn = ({ children }: Root): string[] =>
  children.flatMap((child) =>
    child.type === 'element' && typeof child.properties.dataEmbed === 'string' ? [child.properties.dataEmbed] : [],
  )

function embedIn({ tagName, children }: Element): Embed | undefined {
  const [only, ...others] = children
  return tagName === 'p' && only?.type === 'text' && others.length === 0 ? embedOf(only.value) : undefined
}
