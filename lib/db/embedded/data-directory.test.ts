import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../client.ts'
import { createDataDirectory, prepareDataDirectory } from './data-directory.ts'

let root: string
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-directory-'))
})
afterEach(() => fs.rm(root, { recursive: true }))

describe('a data directory', () => {
  test('is made for its owner alone, and opens again', { timeout: 60_000 }, async () => {
    const dataDirectory = path.join(root, 'data')
    const first = await openDatabase({ dataDirectory })
    await first.withOwnerClient((client) => client.query('create table kept (id int)'))
    await first.close()
    const second = await openDatabase({ dataDirectory })
    await expect(second.withOwnerClient((client) => client.query('select from kept'))).resolves.toBeDefined()
    await second.close()
    expect((await fs.stat(dataDirectory)).mode & 0o777).toBe(0o700)
    expect(await fs.readdir(dataDirectory)).toEqual(['database', 'firebreak.pid'])
  })

  test('starts over when the first start was cut short', { timeout: 60_000 }, async () => {
    await fs.mkdir(path.join(root, 'database.new/base'), { recursive: true })
    await fs.writeFile(path.join(root, 'database.new/PG_VERSION'), '18\n')
    await prepareDataDirectory(root)
    expect(await fs.readdir(root)).toEqual(['database'])
  })

  test.each([
    ['19', 'a newer'],
    ['17', 'an older'],
  ])('of PostgreSQL %s is refused as %s version', async (version, relation) => {
    await fs.mkdir(path.join(root, 'database'))
    await fs.writeFile(path.join(root, 'database/PG_VERSION'), `${version}\n`)
    await expect(prepareDataDirectory(root)).rejects.toThrow(
      `was made by ${relation} version of Firebreak (PostgreSQL ${version};`,
    )
  })

  test('with files but no database is left alone', async () => {
    await fs.mkdir(path.join(root, 'database'))
    await fs.writeFile(path.join(root, 'database/holiday.jpg'), '')
    await expect(prepareDataDirectory(root)).rejects.toThrow(/holds files but no database/)
  })

  test('that cannot be written to is refused with its name and what to do', async () => {
    const file = path.join(root, 'file')
    await fs.writeFile(file, '')
    const place = path.join(file, 'data')
    await expect(createDataDirectory(place)).rejects.toThrow(
      `Firebreak cannot write to its data directory ${place} (ENOTDIR). Make it writable for this user, or set DATA_DIR to another place.`,
    )
  })
})
