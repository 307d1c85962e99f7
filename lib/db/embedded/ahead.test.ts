import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../client.ts'
import { openAhead } from './ahead.ts'
import { acquireOwnership } from './owner-lock.ts'

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = await fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-ahead-'))
})
afterEach(() => fs.rm(dataDirectory, { recursive: true }))

describe('opening ahead', () => {
  test('is taken over by whoever opens that directory, once', { timeout: 120_000 }, async () => {
    await openAhead(dataDirectory)
    const first = await openDatabase({ dataDirectory })
    await first.withOwnerClient((client) => client.query('create table kept (id int)'))
    await expect(openDatabase({ dataDirectory })).rejects.toThrow('is using the data directory')
    await first.close()
    const second = await openDatabase({ dataDirectory })
    await expect(second.withOwnerClient((client) => client.query('select from kept'))).resolves.toBeDefined()
    await second.close()
  })

  test('says at once that another process has it', async () => {
    const owner = await acquireOwnership(dataDirectory)
    await expect(openAhead(dataDirectory)).rejects.toThrow('is using the data directory')
    await owner.release()
    await openAhead(dataDirectory)
    const database = await openDatabase({ dataDirectory })
    await database.close()
  })

  test('tells what went wrong to whoever asks, and lets go of the directory', async () => {
    await fs.mkdir(path.join(dataDirectory, 'database'))
    await fs.writeFile(path.join(dataDirectory, 'database/PG_VERSION'), '19\n')
    await openAhead(dataDirectory)
    await expect(openDatabase({ dataDirectory })).rejects.toThrow('was made by a newer version of Firebreak')
    await expect(openDatabase({ dataDirectory })).rejects.toThrow('was made by a newer version of Firebreak')
  })
})
