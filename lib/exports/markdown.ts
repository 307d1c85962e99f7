import { Document, isCollection, isMap, isScalar, Scalar, visit } from 'yaml'
import { inKeyOrder } from './key-order.ts'
import type { PostmortemDocument } from './schema.ts'
import { joinSections } from './sections.ts'

/** Lists whose entries read best as one line each, like a table. */
const IN_ROWS = new Set([
  ...['timeline', 'windows', 'services', 'severityLog', 'locations', 'numbers', 'factors', 'defences', 'mitigations'],
  ...['roles', 'evidence', 'actionItems', 'earlierItems'],
])

/** Keys of a foreign file that mean something else in ours; they travel apart. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  ...['firebreak', 'id', 'title', 'status', 'begun', 'published', 'retracted', 'team', 'visibility'],
  ...[
    'restrictedReason',
    'template',
    'templateVersion',
    'templateOrigin',
    'incident',
    'frozen',
    'actionItems',
    'earlierItems',
    'extra',
    'images',
    'sections',
  ],
])

/**
 * Front matter with the facts, then the sections. The same document always gives the same bytes. Its pictures are named
 * by the text itself.
 */
export function writeMarkdown({ sections, images: _, ...document }: PostmortemDocument): string {
  return `---\n${frontMatter(document)}---\n\n${joinSections(sections)}`
}

function frontMatter({ extra, frozen, ...own }: Omit<PostmortemDocument, 'sections'>): string {
  const top = Object.entries(extra).filter(([key]) => !OWN_KEYS.has(key))
  const apart = Object.entries(extra).filter(([key]) => OWN_KEYS.has(key))
  const yaml = new Document(
    {
      ...withoutNothing(own),
      ...(Object.keys(frozen).length > 0 && { frozen: inKeyOrder(frozen) }),
      // Foreign keys keep the order they came in.
      ...Object.fromEntries(top),
      ...(apart.length > 0 && { extra: Object.fromEntries(apart) }),
    },
    // The same text twice is written twice: readers take no aliases.
    { aliasDuplicateObjects: false },
  )
  oneLineEach(yaml)
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** What is null or empty need not be written; reading puts it back. */
function withoutNothing(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

function oneLineEach(yaml: Document): void {
  visit(yaml, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !IN_ROWS.has(String(key.value)) || !isCollection(value)) return undefined
      for (const item of value.items) if (isMap(item)) item.flow = true
      return undefined
    },
    Scalar(_, node) {
      // A text of several lines in a row would break the row; in quotes it stays on its line.
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.QUOTE_DOUBLE
    },
  })
}
