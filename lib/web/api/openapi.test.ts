import { describe, expect, test } from 'vitest'
import { scopes } from '#lib/actor.ts'
import { addressBook } from '../addresses.ts'
import { openapi } from '../openapi.ts'
import { allRoutes } from './all.ts'

const find = addressBook(allRoutes)
const operations = allRoutes.flatMap(({ path, operations }) =>
  Object.entries(operations).map(([method, operation]) => ({ method, path, operation, title: `${method} ${path}` })),
)

test.each(allRoutes)('$path is found by its address', (route) => {
  const params = Object.fromEntries(
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ''], index) => [name, `x${index}`]),
  )
  const address = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  expect(find(address.split('/').slice(1))).toEqual({ route, params })
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
