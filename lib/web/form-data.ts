import { type ZodType, z } from 'zod'
import { NONCE_FIELD } from '#lib/form-state.ts'
import type { FieldProblem } from '#lib/problem.ts'
import { formShape, mayBeAbsent, mayBeNull } from './form-shape.ts'

/** Several times the largest form there is: an incident with 500 timeline entries of six boxes each. */
const ENTRIES_MAX = 4_000
/** `windows.0.from` is three deep. */
const DEPTH_MAX = 6
const NAME_MAX = 200

export type ReadForm = {
  raw: Record<string, unknown>
  /** What was typed, for the form to show again. */
  values: Record<string, string | string[]>
  problems: FieldProblem[]
  /** The form's own spelling of a path in the schema: rows left blank are dropped, which shifts the others. */
  nameOf: (path: string) => string
}

type Tree = Map<string, Tree | string[]>

/** What a form sent, apart from what Next and the nonce need. */
export function readForm(schema: ZodType, form: FormData): ReadForm & { nonce: string | null } {
  const nonce = form.get(NONCE_FIELD)
  const entries = [...form].filter(([name]) => name !== NONCE_FIELD && !name.startsWith('$ACTION'))
  // Doing it once means keeping a hash of what was sent, and a hash of a password is worth guessing at.
  const once = typeof nonce === 'string' && nonce !== '' && !entries.some(([name]) => isSecret(name))
  return { ...readFields(schema, entries), nonce: once ? nonce : null }
}

/**
 * Turns named texts, of a form or an address, into what the schema takes. It never throws; unknown names are left for
 * the schema to refuse.
 */
export function readFields(schema: ZodType, entries: readonly (readonly [string, FormDataEntryValue])[]): ReadForm {
  const { tree, values, problems } = collect(entries)
  const names = new Map<string, string>()
  const raw = objectFrom(schema, tree, { path: '', name: '', names })
  return { raw, values, problems, nameOf: (path) => spelled(names, path) }
}

function collect(entries: readonly (readonly [string, FormDataEntryValue])[]) {
  const tree: Tree = new Map()
  const typed = new Map<string, string | string[]>()
  const problems: FieldProblem[] = entries.length > ENTRIES_MAX ? [tooMany] : []
  for (const [name, value] of entries.slice(0, ENTRIES_MAX)) {
    const path = name.split('.')
    if (typeof value !== 'string') problems.push({ field: name, message: 'Files cannot be sent here.' })
    else if (name.length > NAME_MAX || path.length > DEPTH_MAX || !place(tree, path, value))
      problems.push({ field: name.slice(0, NAME_MAX), message: 'This field is not known here; remove it.' })
    else if (!isSecret(name)) typed.set(name, together(typed.get(name), value))
  }
  return { tree, values: Object.fromEntries(typed), problems }
}

const tooMany: FieldProblem = { field: '', message: `A form can have at most ${ENTRIES_MAX} fields.` }

/** Secrets are typed again rather than sent back in a page. */
const isSecret = (name: string) => /pass(word|phrase)|secret|token/i.test(name)

const together = (before: string | string[] | undefined, value: string): string | string[] =>
  before === undefined ? value : [before, value].flat()

/** False when the same name is used for a value and for something with fields inside. */
function place(tree: Tree, [head = '', ...rest]: string[], value: string): boolean {
  const there = tree.get(head)
  if (rest.length === 0) {
    if (there instanceof Map) return false
    tree.set(head, [...(there ?? []), value])
    return true
  }
  if (Array.isArray(there)) return false
  const branch: Tree = there ?? new Map()
  tree.set(head, branch)
  return place(branch, rest, value)
}

type Place = { path: string; name: string; names: Map<string, string> }

const below = ({ path, name, names }: Place, key: string, shown = key): Place => {
  const inner = { path: path ? `${path}.${key}` : key, name: name ? `${name}.${shown}` : shown, names }
  if (inner.path !== inner.name) names.set(inner.path, inner.name)
  return inner
}

function objectFrom(schema: z.core.$ZodType, tree: Tree, at: Place): Record<string, unknown> {
  const shape = formShape(schema)
  const field = (name: string) => (shape.kind === 'object' ? shape.field(name) : undefined)
  const given = [...tree].map(([key, node]) => [key, valueFrom(field(key), node, below(at, key))] as const)
  return Object.fromEntries([...unticked(shape, tree), ...given.filter(([, value]) => value !== undefined)])
}

/** A box that is not ticked sends nothing, which means no wherever the schema insists on an answer. */
function unticked(shape: ReturnType<typeof formShape>, tree: Tree): [string, false][] {
  if (shape.kind !== 'object') return []
  return shape.names.flatMap((name) => {
    const inner = shape.field(name)
    const asked = inner && !tree.has(name) && !mayBeAbsent(inner) && formShape(inner).kind === 'boolean'
    return asked ? [[name, false] as [string, false]] : []
  })
}

function valueFrom(schema: z.core.$ZodType | undefined, node: Tree | string[], at: Place): unknown {
  if (schema === undefined) return node instanceof Map ? Object.fromEntries(node) : node.at(-1)
  const shape = formShape(schema)
  if (shape.kind === 'array') return node instanceof Map ? rows(shape.element, node, at) : list(shape.element, node)
  if (node instanceof Map) return objectFrom(schema, node, at)
  // The last of several wins: a hidden "no" before a tick box gives both answers a value. Two texts for one is a mistake.
  if (node.length > 1 && shape.kind !== 'boolean') return node
  return scalar(schema, node.at(-1) ?? '')
}

const list = (element: z.core.$ZodType, texts: string[]) =>
  texts.filter((text) => text !== '').map((text) => scalar(element, text))

/** `windows.0.from`, `windows.2.from`: in the order of their numbers, without the rows that were left blank. */
function rows(element: z.core.$ZodType, tree: Tree, at: Place): unknown[] {
  const filled = [...tree].filter(([, node]) => !isBlank(node)).sort(([a], [b]) => Number(a) - Number(b))
  return filled.map(([key, node], index) => valueFrom(element, node, below(at, String(index), key)))
}

const isBlank = (node: Tree | string[]): boolean =>
  node instanceof Map ? [...node.values()].every(isBlank) : node.every((text) => text.trim() === '')

function scalar(schema: z.core.$ZodType, text: string): unknown {
  const { kind } = formShape(schema)
  if (text === '') return empty(schema, kind)
  if (kind === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(text.trim())) return Number(text)
  if (kind === 'boolean')
    return ['on', 'true', 'yes'].includes(text) ? true : ['false', 'no'].includes(text) ? false : text
  return text
}

/** An empty box is an empty text where the schema takes one, nothing where it takes nothing, and otherwise was not given. */
function empty(schema: z.core.$ZodType, kind: string): unknown {
  if (kind === 'boolean') return false
  if (kind === 'text' && z.safeParse(schema, '').success) return ''
  if (mayBeNull(schema)) return null
  return mayBeAbsent(schema) ? undefined : kind === 'number' ? undefined : ''
}

function spelled(names: Map<string, string>, path: string): string {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const name = names.get(parts.slice(0, length).join('.'))
    if (name !== undefined) return [name, ...parts.slice(length)].join('.')
  }
  return path
}
