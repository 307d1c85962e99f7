import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerAdministrators } from '#lib/boot/admin-socket.ts'
import { databaseCommands } from '#lib/boot/database-commands.ts'
import { bundle } from '#lib/cli/bundle.mjs'
import { openDatabase } from '#lib/db/client.ts'
import { emptyDatabase } from '#lib/testing/database.ts'
import { firebreak } from '#lib/testing/firebreak.ts'

// The real program in processes of its own, on a database of its own; the first test sets it up for the others.
const SLOW = 180_000
let root: string
let settings: Record<string, string>
let elsewhere: Record<string, string>

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'firebreak-cli-'))
  await bundle()
  settings = await emptyInstance('one')
  elsewhere = await emptyInstance('two')
})
afterAll(() => fs.rmSync(root, { recursive: true }))

async function emptyInstance(name: string): Promise<Record<string, string>> {
  const { database, url } = await emptyDatabase()
  await database.close()
  return { DATA_DIR: path.join(root, name), ...(url && { DATABASE_URL: url }) }
}

const run = (words: string[], input = '') => firebreak(words, { settings, input, folder: root })

const setUp = ['setup', '--email', 'Ada@example.com', '--name', 'Ada', '--password-stdin', '--zone', 'Europe/Lisbon']

describe('with the server stopped', () => {
  test('setup makes the first administrator, once', { timeout: SLOW }, async () => {
    expect(await run(setUp, 'too short\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('10 characters'),
    })
    expect(await run(setUp, 'correct horse battery\n')).toMatchObject({ code: 0, err: '' })
    expect(await run(setUp, 'correct horse battery\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('set up already'),
    })
  })

  test('a token is printed once, listed and revoked', { timeout: SLOW }, async () => {
    const made = await run(['token', 'create', '--user', 'ada@example.com', '--scope', 'postmortems:read'])
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^fbk_[\w-]{43}$/) })
    const listed = (await run(['token', 'list'])).out
    expect(listed).toContain(`…${made.out.slice(-4)}`)
    expect(listed).not.toContain(made.out)
    expect(await run(['token', 'revoke', listed.split(' ')[0] ?? ''])).toMatchObject({ code: 0 })
    expect((await run(['token', 'list'])).out).toContain('revoked')
  })

  test('a backup is restored into an empty data directory, and over another only when asked', {
    timeout: SLOW,
  }, async () => {
    expect(await run(['backup', 'copy.gz'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('The backup is whole'),
    })
    expect(await firebreak(['restore', 'copy.gz'], { settings: elsewhere, folder: root })).toMatchObject({
      code: 0,
      err: '',
    })
    expect(await firebreak(['restore', 'copy.gz'], { settings: elsewhere, folder: root })).toMatchObject({
      code: 1,
      err: expect.stringContaining('--force'),
    })
    expect(await firebreak(['restore', 'copy.gz', '--force'], { settings: elsewhere, folder: root })).toMatchObject({
      code: 0,
    })
    expect((await firebreak(['token', 'list'], { settings: elsewhere, folder: root })).out).toContain('ada@example.com')
  })

  test('doctor names what to mend, and ends with 1 for it', { timeout: SLOW }, async () => {
    expect(await run(['doctor'])).toMatchObject({ code: 0, out: expect.stringContaining('Nothing needs mending.') })
    const open = await firebreak(['doctor'], { settings: { ...settings, HOST: '0.0.0.0' } })
    expect(open).toMatchObject({ code: 1, out: expect.stringContaining('APP_URL is not set') })
  })
})

describe('while a server has an embedded database open', () => {
  test('commands run inside it, and nobody else opens it', { timeout: SLOW }, async () => {
    const dataDirectory = path.join(root, 'open')
    const inside = (...words: string[]) => firebreak(words, { settings: { DATA_DIR: dataDirectory }, folder: root })
    await firebreak(setUp, { settings: { DATA_DIR: dataDirectory }, input: 'correct horse battery' })
    const database = await openDatabase({ dataDirectory })
    try {
      if (!database.socket) throw new Error('An embedded database has a socket.')
      answerAdministrators(database.socket, {
        database,
        dataDirectory,
        home: process.cwd(),
        commands: databaseCommands,
      })

      const made = await inside('token', 'create', '--user', 'ada@example.com', '--scope', 'search:read')
      expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^fbk_/) })
      expect(await database.asOwner((db) => db.apiToken.count())).toBe(1)

      expect(await inside('backup', 'while-open.gz')).toMatchObject({ code: 0 })
      expect(fs.existsSync(path.join(root, 'while-open.gz'))).toBe(true)

      expect(await inside('token', 'create', '--nobody')).toMatchObject({
        code: 1,
        err: expect.stringContaining("'--nobody'"),
      })
      expect(await inside('restore', 'while-open.gz', '--force')).toMatchObject({
        code: 1,
        err: expect.stringContaining(`process ${process.pid}`),
      })
    } finally {
      await database.close()
    }
  })
})
