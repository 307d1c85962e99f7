import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#lib/db/client.ts'
import { getDocument } from '#lib/exports/document.ts'
import { writeMarkdown } from '#lib/exports/markdown.ts'
import { contextOn } from '#lib/server.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { loadSample } from '#prisma/seed.ts'
import { importFiles } from './run.ts'
import { type FileResult, ImportOptions } from './schema.ts'

let database: Database
let empty: () => Promise<void>

beforeEach(async () => {
  ;({ database, empty } = await testDatabase())
  await empty()
})

const system = () => contextOn(database, { kind: 'system', reason: 'test' })

async function exportAll(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const numbers = await database.asOwner((db) =>
    db.postmortem.findMany({ select: { number: true }, orderBy: { number: 'asc' } }),
  )
  for (const { number } of numbers) {
    const document = await system().transaction((db) => {
      const { actor, now, requestId } = system()
      return getDocument({ actor, now, requestId, db }, number, 'working').then(async (working) =>
        working.status === 'published' ? getDocument({ actor, now, requestId, db }, number) : working,
      )
    })
    files.set(document.id, writeMarkdown(document))
  }
  return files
}

async function importAll(files: ReadonlyMap<string, string>): Promise<FileResult[]> {
  const results: FileResult[] = []
  const given = [...files].map(([id, text]) => ({ file: `${id}.md`, bytes: new TextEncoder().encode(text) }))
  for await (const result of importFiles(system(), given, { options: ImportOptions.parse({}) })) results.push(result)
  return results
}

describe('export, import, export', () => {
  test('gives the same bytes for every sample postmortem, in another instance', async () => {
    await loadSample(database)
    const first = await exportAll()
    expect(first.size).toBeGreaterThan(30)
    await empty()
    await database.asOwner(async (db) => {
      await db.organization.create({ data: { id: 1, name: 'Elsewhere', zone: 'UTC', createdAt: new Date() } })
      await db.person.create({
        data: {
          id: '019758c0-0000-7000-8000-000000000001',
          email: 'ada@elsewhere.example',
          name: 'Ada',
          role: 'administrator',
          zone: 'UTC',
          createdAt: new Date(),
        },
      })
    })
    const results = await importAll(first)
    expect(results.filter(({ outcome }) => outcome !== 'created')).toEqual([])
    const second = await exportAll()
    for (const [id, text] of first) expect(second.get(id)).toBe(text)
    expect(second.size).toBe(first.size)

    const again = await importAll(second)
    expect(again.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
  }, 120_000)

  test('into the same instance changes nothing', async () => {
    await loadSample(database)
    const files = await exportAll()
    const before = await database.asOwner((db) => db.event.count())
    expect((await importAll(files)).filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
    expect(await database.asOwner((db) => db.event.count())).toBe(before)
  }, 120_000)
})
