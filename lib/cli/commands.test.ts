import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '#lib/cli/bundle.mjs'
import { firebreak } from '#lib/testing/firebreak.ts'

beforeAll(async () => {
  await bundle()
})

describe('what was typed', () => {
  test.each([
    [[]],
    [['--help']],
    [['backup', '--help']],
    [['restore', '--help']],
    [['token', '-h']],
    [['lint', '--help']],
  ])('%j explains itself', async (words) => {
    expect(await firebreak(words)).toMatchObject({ code: 0, out: expect.stringContaining('Usage: npx firebreak') })
  })

  test.each([
    [['dance'], 'There is no command "dance".'],
    [['restore'], 'Say which file to restore'],
    [['restore', 'nothing.gz'], 'There is no file'],
    [['lint'], 'Name the files or folders to read.'],
    [['lint', 'no-such-file.md'], 'There is no file or folder'],
    [['token'], 'token create, token list or token revoke'],
  ])('%j is answered with one sentence', async (words, sentence) => {
    const { code, err } = await firebreak(words)
    expect({ code, lines: err.split('\n').length }).toEqual({ code: 1, lines: 1 })
    expect(err).toContain(sentence)
  })

  test('lint names the place, the rule, why and other words, and ends well unless asked to be strict', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fb-lint-'))
    const file = path.join(folder, 'review.md')
    writeFileSync(file, '# Oslo\n\n## Summary\n\nIt was human error.\n')
    const plain = await firebreak(['lint', file])
    expect(plain).toMatchObject({
      code: 0,
      out: expect.stringMatching(/review\.md:5:8 {2}human-error {2}“human error”/),
    })
    expect(plain.out).toContain('Instead:')
    const strict = await firebreak(['lint', '--strict', '--json', folder])
    expect({ code: strict.code, found: JSON.parse(strict.out) }).toMatchObject({
      code: 1,
      found: [{ rule: 'human-error', scope: 'summary', line: 5, column: 8 }],
    })
    rmSync(folder, { recursive: true, force: true })
  })

  test('a PostgreSQL server that is not there is told in one sentence', async () => {
    const settings = { DATABASE_URL: 'postgres://firebreak@127.0.0.1:1/firebreak' }
    expect(await firebreak(['token', 'list'], { settings })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^No PostgreSQL server answers[^\n]*$/),
    })
  })

  test.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  ])('the setting %j is named when it is wrong', async (settings, name) => {
    expect(await firebreak(['token', 'list'], { settings })).toMatchObject({
      code: 1,
      err: expect.stringContaining(`The setting ${name} is not right.`),
    })
  })
})
