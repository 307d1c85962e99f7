import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FINDINGS_MAX, lint } from './lint.ts'
import { packs } from './packs.ts'
import { scopeOf, scopeOfHeading } from './scopes.ts'

describe('where a finding is', () => {
  const at = (source: string, given = {}) =>
    lint({ source, scope: 'factors', ...given }).map(({ start, end }) => source.slice(start, end))

  test.each([
    ['Line one.\nIt was **human** error here.', '**human** error'.slice(2)],
    ['---\ntitle: human error\n---\nIt was human error.', 'human error'],
    ['- a list\n  wraps: it was human\n  error again', 'human\n  error'],
    ['It was \\*human error\\* then.', 'human error'],
    ['| a | b |\n| - | - |\n| `x` | human error |', 'human error'],
    ['日本 and 🙂: it was human error', 'human error'],
  ])('%j', (source, text) => expect(at(source)).toEqual([text]))

  test('offsets stay inside any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'we failed to see it ',
            '**',
            '`',
            '\n',
            '> ',
            '- ',
            '|',
            '[a](b)',
            '<!-- x -->',
            '\\',
            '“',
            '。人为失误',
            '🙂',
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          const source = pieces.join('')
          for (const { start, end } of lint({ source })) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(source.length)
          }
        },
      ),
    )
  })
})

describe('what is asked to be left alone', () => {
  test.each([
    ['<!-- lint-ignore human-error: the title of their report -->\n\nIt was human error.', 0],
    ['It was human error. <!-- lint-ignore human-error: their words -->', 0],
    ['<!-- lint-ignore obvious, human-error: both are theirs -->\nIt was human error.', 0],
    ['<!-- lint-ignore human-error -->\nWithout a reason: human error.', 1],
    ['<!-- lint-ignore simply: another rule -->\n\nIt was human error.', 1],
    ['<!-- lint-ignore human-error: only the next block -->\n\nHuman error.\n\nHuman error.', 1],
  ])('%j', (source, count) => expect(lint({ source, scope: 'factors' })).toHaveLength(count))
})

test('in MDX, code is left alone and comments are braces', () => {
  const source =
    'import { Fault } from "./human error"\n\n{/* lint-ignore human-error: their words */}\n\nIt was human error {fault}.\n\nThen human error.'
  const found = lint({ source, mdx: true })
  expect(found.map(({ start, end }) => [source.slice(start, end), start])).toEqual([
    ['human error', source.lastIndexOf('human')],
  ])
})

describe('what is offered instead', () => {
  const wordings = (source: string) => lint({ source, scope: 'factors' })[0]?.rewrites

  test('keeps who it was about, and the capital', () =>
    expect(wordings('Engineers failed to check the diff.')).toEqual([
      'Engineers saw … and did …',
      'Nothing told Engineers that …',
    ]))

  test('a name inside a sentence gives way to a role without a capital', () => {
    const [inside, first] = ['The drain was run by Marisol Vega.', 'Marisol Vega ran it.'].map(
      (source) => lint({ source, scope: 'factors', names: ['Marisol Vega'] })[0]?.rewrites[0],
    )
    expect([inside, first]).toEqual(['the on-call engineer', 'The on-call engineer'])
  })

  test('takes words out where nothing need stand', () => expect(wordings('We simply drained it.')).toEqual(['']))
})

describe('scopes', () => {
  test.each([
    ['summary', 'summary'],
    ['defences', 'defences'],
    ['was_hard', 'response'],
    ['a_section_of_yours', 'response'],
  ])('%s is %s', (key, scope) => expect(scopeOf(key)).toBe(scope))
  test.each([
    ['Contributing factors', 'factors'],
    ['Impact {impact, required}', 'summary'],
    ['Action items', 'actions'],
    ['时间线', 'timeline'],
    ['Notes', undefined],
  ])('the heading %s', (heading, scope) => expect(scopeOfHeading(heading)).toBe(scope))

  test('headings of a file say which rules look at what is under them', () => {
    const source = '## Defences\n\nIt would have helped.\n\n## Lessons\n\nIt would have helped.'
    expect(lint({ source }).map(({ rule, scope }) => `${rule} in ${scope}`)).toEqual(['would-have in lessons'])
  })
})

describe('the catalogue', () => {
  const [english, chinese] = packs

  test('has the 64 English rules, and Chinese ones in the same shape', () => {
    expect(english?.rules).toHaveLength(64)
    expect(chinese?.rules.length).toBeGreaterThanOrEqual(20)
    const ids = packs.flatMap(({ rules }) => rules.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('the better wording of no example is remarked on by its own rule', () => {
    const own = packs.flatMap(({ rules }) =>
      rules.filter(({ id, scopes, example }) => {
        const scope = scopes === 'all' ? 'factors' : (scopes[0] ?? 'factors')
        return lint({ source: example.after, scope, only: [id] }).length > 0
      }),
    )
    expect(own.map(({ id }) => id)).toEqual([])
  })
})

describe('how much it says', () => {
  test('at most 6 findings in 1,000 words of ordinary postmortems', () => {
    const folder = path.resolve('content/sample/incidents')
    const texts = readdirSync(folder).map((file) =>
      readFileSync(path.join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
    )
    const words = texts.join(' ').split(/\s+/).length
    const found = texts.flatMap((source) => lint({ source })).length
    console.log(
      `${texts.length} postmortems, ${words} words, ${found} findings: ${((found / words) * 1000).toFixed(2)} in 1,000 words`,
    )
    expect(words).toBeGreaterThan(10_000)
    expect((found / words) * 1000).toBeLessThanOrEqual(6)
  })

  test('never more than can be held', () => {
    const source = Array.from({ length: 2_000 }, () => 'It was human error.').join('\n\n')
    expect(lint({ source })).toHaveLength(FINDINGS_MAX)
  })
})
