import { describe, expect, test } from 'vitest'
import { type LogFields, logLine, redact } from './log.ts'

const at = new Date('2026-06-10T14:00:00Z')
const line = (fields: LogFields) => logLine({ level: 'error', event: 'A request failed', at, fields })

test('only declared fields are written', () => {
  const fields = { requestId: 'r', body: 'private', headers: { cookie: 'private' } } as LogFields
  expect(JSON.parse(line(fields))).toEqual({
    at: at.toISOString(),
    level: 'error',
    event: 'A request failed',
    requestId: 'r',
  })
})

test('whatever a message holds, it stays one line', () => {
  const forged = 'x\r\n{"level":"info","event":"All is well"}\u2028\u2029\u0085\u009b2J\u007f'
  const written = line({ error: new Error(forged) })
  expect(written).not.toMatch(/[\r\n\u2028\u2029\u007f-\u009f]/)
  expect(JSON.parse(written).error.message).toBe(forged)
})

describe('secrets are taken out of messages', () => {
  test.each([
    ['postgres://firebreak:hunter2@db:5432/x'],
    ['authorization: Bearer hunter2'],
    ['sent Bearer hunter2 along'],
    ['{"password":"hunter2"}'],
    ["token='hunter2'"],
    ['AUTH_SECRET=hunter2'],
    ['set-cookie: hunter2; Path=/'],
    ['clientSecret: hunter2, and more'],
    ['?api_key=hunter2&x=1'],
  ])('%s', (text) => {
    expect(redact(text)).not.toContain('hunter2')
    expect(line({ error: new Error(text, { cause: new Error(text) }) })).not.toContain('hunter2')
  })
})

test('an error keeps its name, its code and where it was', () => {
  const error = Object.assign(new TypeError('no'), { code: '23505' })
  expect(JSON.parse(line({ error })).error).toMatchObject({
    name: 'TypeError',
    code: '23505',
    stack: expect.any(Array),
  })
})
