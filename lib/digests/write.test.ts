import { expect, test } from 'vitest'
import { messageId, writeDigest } from './write.ts'

const origin = 'https://firebreak.example.com'
const line = {
  says: 'It was due on 2026-06-01. What stands in its way?',
  label: 'Cap retries at <10 %> & "alert"',
  href: '/action-items/12',
  answers: [{ label: 'Something blocks it', href: '/action-items/12/answer?with=blocked' }],
}

test('says the same as text and as HTML, with every link absolute and nothing of a title taken for markup', () => {
  const { subject, text, html } = writeDigest({ name: '<b>Max</b>', lines: [line], origin })
  expect(subject).toBe('One thing waits for you in Firebreak')
  for (const part of [line.label, line.says, `${origin}/action-items/12/answer?with=blocked`])
    expect(text).toContain(part)
  expect(html).toContain('Cap retries at &#60;10 %&#62; &#38; &#34;alert&#34;')
  expect(html).not.toContain('<b>Max')
  expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href?.startsWith(`${origin}/`))).toBe(true)
})

test('does not name a restricted record, and stops at what a mail can hold', () => {
  const lines = Array.from({ length: 75 }, () => ({ ...line, label: null }))
  const { subject, text } = writeDigest({ name: 'Max', lines, origin })
  expect(subject).toBe('75 things wait for you in Firebreak')
  expect(text).not.toContain('Cap retries')
  expect(text.match(/A restricted record/g)).toHaveLength(60)
  expect(text).toContain('And 15 more in your inbox.')
})

test('the same digest has the same id', () => {
  expect(messageId('a', origin)).toBe(messageId('a', origin))
  expect(messageId('a', origin)).toMatch(/^<[0-9a-f]{32}@firebreak\.example\.com>$/)
})
