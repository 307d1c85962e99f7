import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { scopes } from '#lib/actor.ts'
import { openapi } from '../openapi.ts'
import type { Route } from '../routes.ts'
import { allRoutes } from './all.ts'

const root = path.resolve(import.meta.dirname, '../../../app/api/v1')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
/** Neither has operations: the description itself, and what answers for addresses there are not. */
const apart = ['openapi.json/route.ts', '[...rest]/route.ts']

const operations = allRoutes.flatMap(({ path, operations }) =>
  Object.entries(operations).map(([method, operation]) => ({ method, path, operation, title: `${method} ${path}` })),
)

test('the list of routes and the files that serve them are the same', async () => {
  const served = files
    .filter((file) => !apart.includes(file))
    .map((file) => `/${path.dirname(file)}`.replace(/\[(\w+)\]/g, '{$1}'))
  expect(served.sort()).toEqual(allRoutes.map(({ path }) => path).sort())
})

test.each(files.filter((file) => !apart.includes(file)))('%s serves the route it is named after', async (file) => {
  const module: Partial<Route> = await import(path.join(root, file))
  const route = allRoutes.find((each) => each.path === `/${path.dirname(file)}`.replace(/\[(\w+)\]/g, '{$1}'))
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
    expect(module[method]).toBe(route?.[method])
})

describe.each(operations)('$title', ({ method, path, operation }) => {
  test('declares a scope that fits what it does', () => {
    expect(scopes).toContain(operation.scope)
    expect(operation.scope.endsWith(operation.kind === 'query' ? ':read' : ':write')).toBe(true)
    expect(operation.kind === 'query').toBe(method === 'GET')
  })

  test('knows every field its address gives it', () => {
    const given = { ...sampleOf(path), ...operation.with }
    const issues = operation.input.safeParse({ ...operation.example, ...given }).error?.issues ?? []
    expect(issues.filter(({ code }) => code === 'unrecognized_keys')).toEqual([])
    if (operation.example) expect(issues).toEqual([])
  })

  test('refuses what nobody declared', () => {
    const smuggled = { id: 1, ownerId: 'x', createdAt: 'x', publishedAt: 'x', passwordHash: 'x' }
    const known = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    const extra = Object.fromEntries(Object.entries(smuggled).filter(([name]) => !known.has(name)))
    const issues = operation.input.safeParse({ ...operation.example, ...sampleOf(path), ...operation.with, ...extra })
      .error?.issues
    const unknown = issues?.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
    expect(unknown?.sort()).toEqual(Object.keys(extra).sort())
  })
})

describe('the description', () => {
  const described = openapi(allRoutes)
  const text = JSON.stringify(described)

  test('names each operation once', () => {
    const names = operations.map(({ operation }) => operation.name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('has what each reference points at', () => {
    for (const [, ref = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = ref
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], described)
      expect(found, ref).toBeDefined()
    }
  })

  test.each(operations)('tells of $title what its address, body and answers are', ({ method, path, operation }) => {
    const item = described.paths[path]?.[method.toLowerCase()]
    if (!item) throw new Error('It is not described.')
    expect(item).toMatchObject({ operationId: operation.name, summary: operation.summary, 'x-scope': operation.scope })
    expect(operation.summary).toMatch(/^[A-Z].*\.$/)
    const inPath = item.parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    for (const { name, schema } of inPath) expect(Object.keys(schema), name).not.toEqual([])
    expect(Object.keys(item.responses)).toEqual(
      expect.arrayContaining(['400', '401', '403', '404', '429', '500', '503']),
    )
    expect(JSON.stringify(item.responses)).toMatch(/"(200|201)":\{/)
    expect(JSON.stringify(item)).not.toMatch(/passwordHash|tokenHash/)
  })
})

/** What an address like /postmortems/{number} gives. */
function sampleOf(address: string): Record<string, string> {
  const samples: Record<string, string> = {
    number: '42',
    slug: 'edge',
    key: 'classic',
    severity: 'sev1',
    revision: '2',
    item: '7',
  }
  const id = '019758c0-0000-7000-8000-000000000001'
  return Object.fromEntries([...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, samples[name] ?? id]))
}
