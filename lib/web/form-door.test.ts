import { describe, expect, test, vi } from 'vitest'
import { contextOf, fakeCommand, person, problems } from '#lib/testing/fake-command.ts'
import { answerForm, refusedState } from './form-door.ts'

function form(entries: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.append(name, value)
  return data
}
const submit = (command: ReturnType<typeof fakeCommand>, entries: Record<string, string>) =>
  answerForm(contextOf(person()), { command, form: form(entries), with: { slug: 'edge' } })

describe('every problem through the form door', () => {
  test.each(problems.map((problem) => [problem.kind, problem] as const))('%s', async (kind, problem) => {
    const result = await submit(fakeCommand(problem), { title: 'Mine', password: 'hunter2' })
    if (result.done) throw new Error('It was refused and yet done.')
    const { message, fields, values, conflict } = result.state
    expect(values).toEqual({ title: 'Mine' })
    expect(fields ?? message).toEqual(
      {
        invalid: [{ field: 'title', message: 'Another title, please.' }],
        unauthenticated: 'Sign in to continue.',
        forbidden: 'You can do this when you lead it.',
        not_found: 'There is nothing here that you can see.',
        conflict: 'Somebody was faster.',
        limited: 'That was a lot in a short time. Try again in 7 seconds.',
        unavailable: 'The database is busy.',
      }[kind],
    )
    expect(conflict).toEqual(kind === 'conflict' ? { title: 'theirs' } : undefined)
  })
})

test('what the address says overrides what the form says, and only declared columns come out', async () => {
  const result = await submit(fakeCommand(), { title: ' Mine ', slug: 'stolen' })
  expect(result).toEqual({ done: true, value: { title: 'Mine', slug: 'edge' } })
})

test('a field nobody declared is refused by name', async () => {
  const result = await submit(fakeCommand(), { title: 'Mine', role: 'administrator' })
  expect(result).toMatchObject({ done: false, state: { fields: [{ field: 'role' }] } })
})

test('a row is named as the form spells it', async () => {
  const result = await submit(fakeCommand(), { title: 'Mine', 'rows.0.at': '', 'rows.4.at': 'x' })
  expect(result).toMatchObject({ done: false, state: { fields: [{ field: 'rows.4.at', message: 'Too short.' }] } })
})

test('a fault keeps the text, names the request and says nothing else; the log has the rest', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const result = await submit(fakeCommand(new Error('select secret_column')), { title: 'Mine' })
  const lines = log.mock.calls.map(([line]) => String(line))
  log.mockRestore()
  if (result.done) throw new Error('It failed and yet is done.')
  expect(result.state.values).toEqual({ title: 'Mine' })
  expect(result.state.message).toContain('Reference: request-1')
  expect(JSON.stringify(result.state)).not.toContain('secret_column')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    requestId: 'request-1',
    error: { message: 'select secret_column' },
  })
})

test('a server action is an endpoint: what is no form is refused', async () => {
  const notAForm = 'title=Mine' as unknown as FormData
  expect(await answerForm(contextOf(person()), { command: fakeCommand(), form: notAForm })).toMatchObject({
    done: false,
  })
  expect(refusedState({ kind: 'not_found' }, notAForm)).toEqual({ message: 'There is nothing here that you can see.' })
})
