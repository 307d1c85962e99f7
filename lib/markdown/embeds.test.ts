import { describe, expect, test } from 'vitest'
import { EMBEDS_MAX, embedOf, embedsIn } from './embeds.ts'
import { render } from './render.ts'
import { toText } from './to-text.ts'
import { elements } from './walk.ts'

const tree = (source: string, embeds = true) => render({ source, headingBase: 2, prefix: 'md-', embeds }).tree
const marked = (source: string, embeds = true) =>
  [...elements(tree(source, embeds))].filter(({ tagName }) => tagName === 'div').map(({ properties }) => properties)

describe('a line that stands for a part of the record', () => {
  test.each([
    ['{{timeline}}', 'timeline', ''],
    ['{{facts}}', 'facts', ''],
    ['{{action-items}}', 'action-items', ''],
    ['{{mechanism:cap.retry}}', 'mechanism', 'cap.retry'],
    ['{{mechanism:sec.supply-chain}}', 'mechanism', 'sec.supply-chain'],
    ['{{incident:INC-12}}', 'incident', '12'],
    ['{{incident:12}}', 'incident', '12'],
    ['  {{Timeline}}  ', 'timeline', ''],
  ])('%s is one', (source, kind, of) => {
    expect(marked(`Before\n\n${source}\n\nafter`)).toEqual([{ dataEmbed: kind, dataOf: of }])
    expect(embedOf(source)).toMatchObject({ kind, of })
  })

  test.each([
    '{{timeline}} and more',
    'more {{timeline}}',
    '{{Timeline',
    '{{unknown}}',
    '{{timeline:12}}',
    '{{incident:INC-0}}',
    '{{incident:99999999999}}',
    '{{incident:INC-12"><script>}}',
    '{{mechanism:../../secret}}',
    '{{mechanism:cap.<b>}}',
    '`{{timeline}}`',
    '    {{timeline}}',
    '```\n{{timeline}}\n```',
    '- {{timeline}}',
    '> {{timeline}}',
    '**{{timeline}}**',
    '{{timeline}}\nsecond line',
  ])('%j is text', (source) => {
    expect(marked(source)).toEqual([])
  })

  test('keeps its words for search and for programs that do not know it', () => {
    expect(toText(tree('{{incident:INC-12}}'))).toBe('{{incident:INC-12}}')
  })

  test('is text where nothing is drawn, and beyond what one page is read with', () => {
    expect(marked('{{timeline}}', false)).toEqual([])
    expect(marked('{{facts}}\n\n'.repeat(EMBEDS_MAX + 5))).toHaveLength(EMBEDS_MAX)
  })

  test('nobody’s HTML makes such an element', () => {
    expect(marked('<div data-embed="incident" data-of="12">x</div>')).toEqual([])
  })
})

test('what a text asks for is found line by line', () => {
  expect(embedsIn('a\n{{timeline}}\n\n{{incident:7}}').map(({ kind, of }) => kind + of)).toEqual([
    'timeline',
    'incident7',
  ])
})
