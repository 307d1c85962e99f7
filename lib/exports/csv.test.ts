import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '#lib/imports/csv.ts'
import { csvLine } from './csv.ts'

test('no field begins what a spreadsheet computes, and reading gives back what was written', () => {
  const field = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '+1', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=cmd', '＝1', '"=1', "'=1", 'a,b', 'a"b', 'a\nb'),
  )
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
      const line = csvLine(fields)
      for (const [, cell = ''] of line.matchAll(/"((?:[^"]|"")*)"/g))
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/)
      const head = csvLine(fields.map((_, index) => `c${index}`))
      const { rows, problems } = readCsv(head + line)
      expect(problems).toEqual([])
      const [row] = rows
      const expected = fields.map((text) => text.replace(/\r\n?/g, '\n').trim())
      if (expected.every((text) => text === '')) expect(row).toBeUndefined()
      else
        expect(Object.values(row?.cells ?? {}).map((text) => text.replace(/^'+/, ''))).toEqual(
          expected.map((text) => text.replace(/^'+/, '')),
        )
    }),
    { numRuns: 500 },
  )
})
