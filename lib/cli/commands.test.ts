import { beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '#lib/cli/bundle.mjs'
import { firebreak } from '#lib/testing/firebreak.ts'

beforeAll(async () => {
  await bundle()
})

describe('what was typed', () => {
  test.each([[[]], [['--help']], [['backup', '--help']], [['restore', '--help']], [['token', '-h']]])(
    '%j explains itself',
    async (words) => {
      expect(await firebreak(words)).toMatchObject({ code: 0, out: expect.stringContaining('Usage: npx firebreak') })
    },
  )

  test.each([
    [['dance'], 'There is no command "dance".'],
    [['restore'], 'Say which file to restore'],
    [['restore', 'nothing.gz'], 'There is no file'],
    [['token'], 'token create, token list or token revoke'],
  ])('%j is answered with one sentence', async (words, sentence) => {
    const { code, err } = await firebreak(words)
    expect({ code, lines: err.split('\n').length }).toEqual({ code: 1, lines: 1 })
    expect(err).toContain(sentence)
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
