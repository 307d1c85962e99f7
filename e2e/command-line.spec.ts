import { spawnSync } from 'node:child_process'
import { expect, test } from './fixtures/test.ts'

/** The real program, on the instance that is being served. The port is free, so that only the data can be in the way. */
function firebreak(...words: string[]) {
  // Playwright sets FORCE_COLOR, and Node complains on standard error when the machine sets NO_COLOR as well.
  const { E2E_DATA_DIR: DATA_DIR, E2E_DATABASE_URL: DATABASE_URL = '', FORCE_COLOR: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/firebreak.mjs', ...words], {
    env: { ...env, DATA_DIR, DATABASE_URL, PORT: '0' },
    encoding: 'utf8',
  })
  return { code: status, out: stdout.trim(), err: stderr.trim() }
}

test('a token made on the command line works at once, and not after it is revoked @both', async ({ request }) => {
  const made = firebreak('token', 'create', '--user', 'ines@kestrane.example', '--scope', 'postmortems:read')
  expect(made).toMatchObject({ code: 0, err: '' })
  const headers = { authorization: `Bearer ${made.out}` }
  // Details of the health check are for administrators alone, which this token's person is.
  expect(await (await request.get('/api/health/ready', { headers })).json()).toMatchObject({
    checks: { serving: true, database: true, disk: true },
  })

  const [id = ''] = firebreak('token', 'list', '--user', 'ines@kestrane.example').out.split(' ')
  expect(firebreak('token', 'revoke', id)).toMatchObject({ code: 0 })
  expect(await (await request.get('/api/health/ready', { headers })).json()).toEqual({ ready: true })
})

test('doctor looks at the running instance @both', () => {
  expect(firebreak('doctor')).toMatchObject({ code: 0, out: expect.stringContaining('Row-level security holds') })
})

test('a second server on the same embedded database is refused with the process that has it', () => {
  expect(firebreak('start')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/\(process \d+\) is using the data directory/),
  })
})
