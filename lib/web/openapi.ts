import { z } from 'zod'
import { scopes } from '#lib/actor.ts'
import { KEPT_MS } from './once.ts'
import type { Operation } from './operation.ts'
import { statuses } from './problem-response.ts'
import type { Route } from './routes.ts'

/** OpenAPI 3.1, from the same values that serve: what is not in the schema of a route can neither come in nor go out. */
export function openapi(routes: readonly Route[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Firebreak',
      // The version of the contract, which /v1 stands for; releases only add to it.
      version: '1',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(routes.map(({ path, operations }) => [path, pathItem(path, operations)])),
    components: { securitySchemes, responses: problemResponses(), schemas: { Problem: problemSchema } },
  }
}

const introduction = [
  'Everything a form does can be done here, by the same commands. Unknown fields are refused by name.',
  'Lists answer `{ items, nextCursor }`, at most 100 at a time; pass `nextCursor` back as `cursor`.',
  `Send an \`Idempotency-Key\` with a POST, and repeating it within ${KEPT_MS / 3_600_000} hours does nothing twice.`,
  'What you may not see answers exactly like what does not exist.',
].join(' ')

type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema>; required?: string[] }

function pathItem(path: string, operations: Route['operations']) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => [
      method.toLowerCase(),
      described({ operation, inPath, method }),
    ]),
  )
}

type Place = { operation: Operation; inPath: string[]; method: string }

function described({ operation, inPath, method }: Place) {
  const input: JsonSchema = schemaOf(operation.input, 'input')
  const fields = input.properties ?? {}
  const rest = without(input, [...inPath, ...Object.keys(operation.with)])
  const parameters = inPath.map((name) => ({ name, in: 'path', required: true, schema: fields[name] ?? {} }))
  const isQuery = operation.kind === 'query' || operation.stream !== undefined
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.slice(0, operation.name.indexOf('.'))],
    'x-scope': operation.scope,
    parameters: [...parameters, ...(isQuery ? queryParameters(rest) : []), ...(method === 'POST' ? [keyHeader] : [])],
    ...(operation.stream?.accepts.length && { requestBody: fileBody(operation.stream.accepts) }),
    ...(!isQuery && hasFields(rest) && { requestBody: bodyOf(rest, operation.example) }),
    responses: responsesOf(operation, method),
  }
}

const hasFields = ({ properties = {} }: JsonSchema) => Object.keys(properties).length > 0

const bodyOf = (schema: JsonSchema, example: unknown) => ({
  required: (schema.required ?? []).length > 0,
  content: { 'application/json': { schema, ...(example !== null && { example }) } },
})

const fileBody = (accepts: readonly string[]) => ({
  required: true,
  content: Object.fromEntries(accepts.map((type) => [type, { schema: { type: 'string' } }])),
})

const queryParameters = ({ properties = {}, required = [] }: JsonSchema) =>
  Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))

function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
  )
  const required = (schema.required ?? []).filter((name) => !names.includes(name))
  return { ...schema, properties, required }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest as JsonSchema
}

const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body does it once and answers the same.',
  schema: { type: 'string', maxLength: 190, pattern: '^[\\x21-\\x7e]+$' },
}

function responsesOf({ output, location, kind, stream }: Operation, method: string) {
  const described = { schema: schemaOf(output, 'output') }
  const content = stream
    ? Object.fromEntries(
        stream.media.map((type) => [type, type.includes('json') ? described : { schema: { type: 'string' } }]),
      )
    : { 'application/json': described }
  const always = ['invalid', 'unauthenticated', 'forbidden', 'not_found', 'limited', 'fault', 'unavailable'] as const
  const changing = kind === 'command' ? (['conflict', 'too_large', 'not_json'] as const) : []
  const keyed = method === 'POST' ? (['key_reused'] as const) : []
  const problems = [...always, ...changing, ...keyed].map((name) => [
    statuses[name].status,
    { $ref: `#/components/responses/${name}` },
  ])
  const ok = location
    ? { description: 'Made; Location says where.', headers: { Location: { schema: { type: 'string' } } }, content }
    : { description: 'Done.', content }
  return { [location ? 201 : 200]: ok, ...Object.fromEntries(problems) }
}

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: `A token made in the settings. It acts as its person, as far as its scopes reach: ${scopes.join(', ')}.`,
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-firebreak.session',
    description: 'The session of a browser, on pages of this instance only.',
  },
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One sentence a person can act on.' },
    instance: { type: 'string', description: 'The request, as the log knows it.' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string' },
          message: { type: 'string' },
          href: { type: 'string', description: 'The page it is mended on, where that is not the one that was sent.' },
        },
      },
    },
    current: { description: 'With a conflict: what stands there now.' },
  },
}

function problemResponses() {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    Object.entries(statuses).map(([name, { title }]) => [name, { description: title, content }]),
  )
}
