import type { z } from 'zod'

/** What a form needs to know of a schema to turn text into the values it takes. */
export type FormShape =
  | { kind: 'object'; field: (name: string) => z.core.$ZodType | undefined; names: readonly string[] }
  | { kind: 'array'; element: z.core.$ZodType }
  | { kind: 'text' | 'number' | 'boolean' | 'other' }

/** Looks through optional, default, nullable and pipes at what is asked for underneath. */
export function formShape(schema: z.core.$ZodType): FormShape {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return { kind: 'object', field: (name) => own(def.shape, name), names: Object.keys(def.shape) }
    case 'record':
      return { kind: 'object', field: () => def.valueType, names: [] }
    case 'array':
      return { kind: 'array', element: def.element }
    case 'union':
      return unionShape(def.options)
    case 'optional':
    case 'nonoptional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      return formShape(def.innerType)
    case 'lazy':
      return formShape(def.getter())
    case 'pipe':
      // z.preprocess is a pipe whose first half takes anything.
      return formShape((def.in as z.core.$ZodTypes)._zod.def.type === 'transform' ? def.out : def.in)
    case 'string':
    case 'enum':
    case 'literal':
    case 'template_literal':
      return { kind: 'text' }
    case 'number':
    case 'boolean':
      return { kind: def.type }
    default:
      return { kind: 'other' }
  }
}

export const mayBeAbsent = (schema: z.core.$ZodType) => schema._zod.optin !== undefined

export function mayBeNull(schema: z.core.$ZodType): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'nullable' || def.type === 'null') return true
  if (def.type === 'union') return def.options.some(mayBeNull)
  return 'innerType' in def && mayBeNull(def.innerType as z.core.$ZodType)
}

function unionShape(options: readonly z.core.$ZodType[]): FormShape {
  const shapes = options.map(formShape)
  const objects = shapes.filter((shape) => shape.kind === 'object')
  if (objects.length > 0) {
    const field = (name: string) => objects.map((shape) => shape.field(name)).find((found) => found !== undefined)
    return { kind: 'object', field, names: objects.flatMap(({ names }) => names) }
  }
  // "true" or true: a tick box means the boolean.
  return (
    shapes.find(({ kind }) => kind === 'boolean') ?? shapes.find(({ kind }) => kind !== 'other') ?? { kind: 'other' }
  )
}

const own = (shape: z.core.$ZodLooseShape, name: string): z.core.$ZodType | undefined =>
  Object.hasOwn(shape, name) ? shape[name] : undefined
