import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinSections, splitSections } from './sections.ts'

const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '## Heading',
    '---',
    '<!-- section: summary -->',
    '<!-- \\section: x -->',
    '<!-- \\\\section: -->',
    '```',
  ),
  fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
)
const section = fc.record({
  key: fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/),
  heading: fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[a-z]$/),
  body: fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')),
})

describe('sections as one text', () => {
  test('come apart as they were put together, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections) => {
        expect(splitSections(joinSections(sections))).toEqual(sections)
      }),
      { numRuns: 500 },
    )
  })

  test('a text of another origin is not taken for one', () => {
    expect(splitSections('## Summary\n\nIt broke.\n')).toBeNull()
    expect(splitSections('Before\n<!-- section: a -->\n## A\n')).toBeNull()
  })
})
