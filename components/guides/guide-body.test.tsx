import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GuideBody } from '#components/guides/guide-body.tsx'
import type { Living } from '#components/guides/living.tsx'
import messages from '#content/messages/en.json' with { type: 'json' }
import { compileGuide } from '#lib/guides/compile.ts'
import { getGuide, listGuides } from '#lib/guides/queries.ts'

const html = (code: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <GuideBody code={code} living={living} />
    </NextIntlClientProvider>,
  )

const living: Living = {
  zone: 'UTC',
  exposure: {},
  programs: {},
  incidents: {
    'cap.cache': [
      {
        ...{
          number: 7,
          zone: 'UTC',
          title: 'Misses reached the origin',
          severity: 'sev2',
          kind: 'outage',
          visibility: 'company',
        },
        ...{ occurredAt: '2026-06-01T10:00:00.000Z', team: { slug: 'edge', name: 'Edge' }, services: [] },
      },
    ],
  },
  items: {},
}

const compiled = async (body: string) => html((await compileGuide(body)).code)

test('every guide renders without scripts, inline styles, remote parts or ids used twice', async () => {
  for (const { slug } of await listGuides()) {
    const guide = await getGuide(slug)
    const out = html(guide?.code ?? '')
    expect(out).not.toMatch(/<script|<style| style=|@import|<img|src=/)
    const ids = [...out.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, text } of guide?.headings ?? [])
      expect(out).toMatch(new RegExp(`<h\\d id="${id}">${pattern(text)}`))
  }
})

test('code gets token classes and a place in the keyboard order', async () => {
  const out = await compiled('```yaml\nwait: 60 # minutes\n```')
  expect(out).toContain('<pre tabindex="0"><code class="language-yaml">')
  expect(out).toMatch(/<span class="tok-comment">.*# minutes<\/span>/)
})

test('a language without a grammar stays plain', async () => {
  expect(await compiled('```promql\nrate(x[5m])\n```')).toContain('<code class="language-promql">rate(x[5m])\n</code>')
})

test('a living block shows the records it is given, and says so when there are none', async () => {
  const out = await compiled('<Incidents mechanism="cap.cache" />\n\n<ActionItems mechanism="cap.cache" />')
  expect(out).toContain('<a href="/incidents/7"')
  expect(out).toContain('href="/mechanisms/cap.cache"')
  expect(out).toContain(messages.guides.living.noItems)
  expect(await compiled('<Incidents mechanism="cap.retry" />')).toContain(messages.guides.living.noIncidents)
})

test('a diagram says in words what it shows', async () => {
  const out = await compiled(
    '<Diagram title="T" description="A leads to B." nodes={[{ id: "a", column: 0, label: "A" }, { id: "b", column: 1, label: "B" }]} edges={[{ from: "a", to: "b", label: "then" }]} />',
  )
  expect(out).toContain('role="img" aria-label="A leads to B."')
  expect(out).toContain('<figcaption>T</figcaption>')
  expect(out).toContain('then</text>')
})

test('an arrow to nowhere is an error, not an empty picture', async () => {
  const { code } = await compileGuide(
    '<Diagram title="T" description="D" nodes={[{ id: "a", column: 0, label: "A" }]} edges={[{ from: "a", to: "b" }]} />',
  )
  expect(() => html(code)).toThrow('an arrow to "b"')
})

const pattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('&', '&amp;')
