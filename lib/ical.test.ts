import fc from 'fast-check'
import { expect, test } from 'vitest'
import { icalDay, icalLine, icalText, icalUtc } from './ical.ts'

const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const read = (line: string) =>
  line
    .replace(/^[A-Z]+:/, '')
    .replace(/\r\n$/, '')
    .replaceAll(/\\([\\;,n])/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped))

test('a line is at most 75 bytes, ends as it must, and reads back as what was written', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((given) => !/(?!\n)\p{Cc}/u.test(given))
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom('a;b,c\\d\ne', '支付'.repeat(60), '👩‍🚒'.repeat(40))), (given) => {
      const line = icalText('SUMMARY', given)
      expect(line.endsWith('\r\n')).toBe(true)
      for (const part of line.slice(0, -2).split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
      expect(read(unfolded(line))).toBe(given)
    }),
  )
})

test('no text begins a property of its own', () => {
  const line = icalText('SUMMARY', 'x\r\nEND:VEVENT\rBEGIN:VALARM\u0000')
  expect(line).toBe('SUMMARY:x\\nEND:VEVENT\\nBEGIN:VALARM\r\n')
})

test('instants are UTC and days are of no zone', () => {
  expect(icalLine('DTSTART', icalUtc(new Date('2026-06-10T14:00:00Z')))).toBe('DTSTART:20260610T140000Z\r\n')
  expect(icalDay('2026-06-10')).toBe('20260610')
})
