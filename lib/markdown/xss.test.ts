import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '#lib/markdown/render.ts'
import type { Rendered } from '#lib/markdown/rendered.ts'
import { elements } from '#lib/markdown/walk.ts'
import { xssVectors } from '#lib/testing/xss-vectors.ts'

/** Written without looking at our schema: what a browser would act on, by its own rules for addresses. */
function dangers({ tree }: Rendered): string[] {
  return [...elements(tree)].flatMap(({ tagName, properties }) => [
    ...(/^(?:script|style|iframe|object|embed|svg|math|img|form|meta|base|link|template)$/.test(tagName)
      ? [tagName]
      : []),
    ...Object.keys(properties).filter((name) => /^on|^style$|^src|^srcset$|^formaction$|^xlink|^name$/i.test(name)),
    ...Object.entries(properties).flatMap(([name, value]) =>
      /href|cite/i.test(name) ? badAddress(String(value)) : [],
    ),
    ...(properties.id !== undefined && !String(properties.id).startsWith('md-') ? [`id=${properties.id}`] : []),
  ])
}

function badAddress(href: string): string[] {
  if (!URL.canParse(href, 'https://firebreak.example')) return []
  return ['https:', 'http:', 'mailto:'].includes(new URL(href, 'https://firebreak.example').protocol) ? [] : [href]
}

const attempt = (source: string) => dangers(render({ source, headingBase: 2, prefix: 'md-' }))

test.each(xssVectors)('%j is not executable', (source) => {
  expect(attempt(source)).toEqual([])
})

test('the judge recognises a danger when it sees one', () => {
  const element = (tagName: string, properties = {}) => ({
    type: 'element' as const,
    tagName,
    properties,
    children: [],
  })
  const judge = (node: ReturnType<typeof element>) =>
    dangers({ tree: { type: 'root', children: [node] }, headings: [], text: '' })
  expect(judge(element('script'))).toEqual(['script'])
  expect(judge(element('p', { onClick: 'x' }))).toEqual(['onClick'])
  expect(judge(element('a', { href: 'java\nscript:alert(1)' }))).toEqual(['java\nscript:alert(1)'])
  expect(judge(element('h2', { id: 'cookie' }))).toEqual(['id=cookie'])
})

const pieces = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:',
    'data:text/html,',
    '[x](',
    ')',
    '![',
    '](',
    '[^1]',
    '\n\n',
  ],
  ...[
    '[^1]: ',
    '&#106;',
    '&Tab;',
    '\\',
    '`',
    '```js\n',
    '|',
    '|-|\n',
    '# ',
    '- [ ] ',
    '> ',
    '*',
    '_',
    '~~',
    'www.',
    'https://a.example',
  ],
  ...['\ud800', '\udc00', '\u0000', '\u2028', '\u202e', '🔥', '火', '\t', ' '],
)
const anyText = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((p) => p.join(''))

test('no text makes the renderer throw or its tree dangerous', () => {
  fc.assert(
    fc.property(anyText, (source) => {
      expect(attempt(source)).toEqual([])
    }),
    { numRuns: 400 },
  )
})
