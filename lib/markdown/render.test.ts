import { describe, expect, test } from 'vitest'
import { render } from '#lib/markdown/render.ts'
import { type HeadingLevel, idPrefix } from '#lib/markdown/rendered.ts'
import { elements } from '#lib/markdown/walk.ts'

function rendered(source: string, { headingBase = 2 as HeadingLevel, scope = undefined as string | undefined } = {}) {
  return render({ source, headingBase, prefix: idPrefix(scope) })
}

const named = (source: string, tagName: string) =>
  [...elements(rendered(source).tree)].filter((e) => e.tagName === tagName)
const tags = (source: string) => [...elements(rendered(source).tree)].map((e) => e.tagName)

describe('what a postmortem needs', () => {
  test('tables keep their alignment', () => {
    const [left, right] = named('|site|errors|\n|:-|-:|\n|fra|12 %|', 'td')
    expect(left?.properties.align).toBe('left')
    expect(right?.properties.align).toBe('right')
  })

  test('task lists keep their state and cannot be clicked', () => {
    const boxes = named('- [x] drained\n- [ ] returned', 'input').map((e) => e.properties)
    expect(boxes).toEqual([
      { type: 'checkbox', checked: true, disabled: true },
      { type: 'checkbox', checked: false, disabled: true },
    ])
  })

  test('code keeps its language', () => {
    expect(named('```promql\nup\n```', 'code')[0]?.properties.className).toEqual(['language-promql'])
  })

  test('strikethrough, hard breaks, quotes and rules stay', () => {
    expect(tags('~~old~~  \nnew\n\n> said\n\n---')).toEqual(['p', 'del', 'br', 'blockquote', 'p', 'hr'])
  })

  test('footnotes point at each other with our prefix', () => {
    const { tree } = rendered('Lost 3 %[^a].\n\n[^a]: of requests', { scope: 'impact' })
    const all = [...elements(tree)]
    const reference = all.find((e) => 'dataFootnoteRef' in e.properties)
    const note = all.find((e) => e.properties.id === 'md-impact-fn-a')
    expect(reference?.properties).toMatchObject({ href: '#md-impact-fn-a', id: 'md-impact-fnref-a' })
    expect(reference?.properties.ariaDescribedBy).toEqual(['md-impact-footnote-label'])
    expect(all.some((e) => e.properties.id === 'md-impact-footnote-label')).toBe(true)
    expect(note?.tagName).toBe('li')
  })
})

describe('links and images', () => {
  test('a link tells its target nothing', () => {
    expect(named('https://status.example.com', 'a')[0]?.properties.rel).toEqual([
      'noopener',
      'noreferrer',
      'nofollow',
      'ugc',
    ])
  })

  test('a link into the same text follows the prefix of its heading', () => {
    expect(named('[x](#what-happened)\n\n# What happened', 'a')[0]?.properties).toEqual({ href: '#md-what-happened' })
  })

  test('an image becomes a link with its description', () => {
    const source = '![error rate](https://elsewhere.example/pixel.png)'
    expect(tags(source)).toEqual(['p', 'a'])
    expect(rendered(source).text).toBe('error rate')
  })

  test('an image inside a link leaves its words, even inside emphasis', () => {
    expect(tags('[![graph](https://a.example/p.png)](https://b.example)')).toEqual(['p', 'a'])
    expect(tags('[*![graph](https://a.example/p.png)*](https://b.example)')).toEqual(['p', 'a', 'em'])
  })

  test('an address longer than any browser needs is dropped', () => {
    expect(named(`[x](https://a.example/${'y'.repeat(3_000)})`, 'a')[0]?.properties.href).toBeUndefined()
  })
})

describe('headings', () => {
  test('the shallowest level moves to the base and holes close', () => {
    const { headings } = rendered('## Detection\n\n#### First alert\n\n## Response', { headingBase: 3 })
    expect(headings).toEqual([
      { id: 'md-detection', text: 'Detection', depth: 3 },
      { id: 'md-first-alert', text: 'First alert', depth: 4 },
      { id: 'md-response', text: 'Response', depth: 3 },
    ])
  })

  test('the default leaves h1 to the page, and no level passes h6', () => {
    expect(rendered('# One').headings[0]?.depth).toBe(2)
    expect(rendered('# 1\n## 2\n### 3\n#### 4', { headingBase: 5 }).headings.map((h) => h.depth)).toEqual([5, 6, 6, 6])
  })

  test('equal headings get different ids, and other scripts keep theirs', () => {
    expect(rendered('# 时间线\n\n# 时间线').headings.map((h) => h.id)).toEqual(['md-时间线', 'md-时间线-1'])
  })

  test('a scope that could leave its attribute is refused', () => {
    expect(() => idPrefix('a b')).toThrow('Not a scope')
  })
})

describe('text for search', () => {
  test('one line per block, without marks, footnote numbers or raw HTML tags', () => {
    const source =
      '# Impact\n\n**3 %** of `GET`[^1] <b>failed</b>\n\n|site|share|\n|-|-|\n|fra|12 %|\n\n- one\n- two\n\n[^1]: reads'
    expect(rendered(source).text).toBe('Impact\n3 % of GET failed\nsite share\nfra 12 %\none\ntwo\nFootnotes\nreads')
  })

  test('nothing is left of positions, so the tree stores small', () => {
    expect(JSON.stringify(rendered('# A\n\nb *c*').tree)).not.toContain('position')
  })
})
