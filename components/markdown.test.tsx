import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from '#components/markdown.tsx'
import messages from '#content/messages/en.json' with { type: 'json' }
import { render } from '#lib/markdown/render.ts'
import type { Degraded } from '#lib/markdown/rendered.ts'

function html(source: string, degraded?: Degraded) {
  const { tree } = render({ source, headingBase: 3, prefix: 'md-' })
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ markdown: messages.markdown }}>
      <Markdown tree={tree} degraded={degraded} />
    </NextIntlClientProvider>,
  )
}

test('headings carry their ids', () => {
  expect(html('# Impact')).toBe('<div class="prose"><h3 id="md-impact">Impact</h3></div>')
})

test('a table sits in a named region that a keyboard can reach and scroll', () => {
  const out = html('|a|b|\n|-|-:|\n|1|2|')
  expect(out).toContain('<div class="prose-table overflow-x-auto" role="group" tabindex="0" aria-label="Table"><table>')
  expect(out).toContain('<td align="right">2</td>')
  expect(out).not.toContain('style=')
})

test('code keeps its language class and is reachable', () => {
  expect(html('```sql\nselect 1\n```')).toContain(
    '<pre tabindex="0"><code class="language-sql">select 1\n</code></pre>',
  )
})

test('a link to elsewhere is marked, a link within the product is not', () => {
  expect(html('[status](https://status.example)')).toContain(
    '<a href="https://status.example" rel="noopener noreferrer nofollow ugc" class="external-link">status<span aria-hidden="true"> ↗</span></a>',
  )
  expect(html('[PM-4](/postmortems/4)')).not.toContain('external-link')
  expect(html('[odd](//evil.example)')).toContain('external-link')
})

test('a task says its state', () => {
  expect(html('- [x] drained')).toContain('<input type="checkbox" disabled="" aria-label="Done" checked=""/>')
})

test('a text shown as typed says why', () => {
  expect(html('x', 'deadline')).toContain('Formatting this text took too long')
})

test('what looks like a tag is text', () => {
  expect(html('`<script>` and \\<script>')).toContain('<code>&lt;script&gt;</code> and &lt;script&gt;')
})
