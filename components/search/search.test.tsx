import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import messages from '#content/messages/en.json' with { type: 'json' }
import type { SearchResult } from '#lib/search/schema.ts'
import { FacetList } from './facet-list.tsx'
import { Marked } from './marked.tsx'
import { Notes } from './notes.tsx'
import { NothingFound } from './nothing-found.tsx'
import { ResultList } from './result-list.tsx'

const render = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      {children}
    </NextIntlClientProvider>,
  )
const text = (children: ReactNode) => render(children).replace(/<[^>]+>/g, '')

const result: SearchResult = {
  kind: 'postmortem',
  number: 42,
  externalId: 'INC-2041',
  title: 'Expired <certificate>',
  url: '/postmortems/42',
  snippet: {
    text: 'The certificate expired.',
    marks: [
      [4, 15],
      [16, 23],
    ],
  },
  where: 'Impact',
  score: 1,
  severity: 'sev2',
  services: ['Edge proxy'],
  date: '2026-06-10T14:00:00.000Z',
  state: 'published',
}

test('a quotation keeps every character and marks the words', () => {
  const { snippet } = result
  expect(text(<Marked snippet={snippet} />)).toBe(snippet.text)
  expect(
    render(<Marked snippet={snippet} />)
      .match(/<mark[^>]*>([^<]*)/g)
      ?.map((tag) => tag.replace(/.*>/, '')),
  ).toEqual(['certificate', 'expired'])
})

test('a result is a heading with a link, and says what it is without colour', () => {
  const html = render(<ResultList results={[result]} zone="UTC" />)
  expect(html).toMatch(/<ol/)
  expect(html).toMatch(/<h2[^>]*><a[^>]*href="\/postmortems\/42"[^>]*>Expired &lt;certificate&gt;<\/a><\/h2>/)
  for (const fact of ['Postmortem 42', 'SEV2', 'Published', 'Edge proxy', 'INC-2041']) expect(html).toContain(fact)
})

test('an action item says until when', () => {
  const item: SearchResult = { ...result, kind: 'action_item', state: 'open', severity: null, services: [] }
  expect(text(<ResultList results={[item]} zone="UTC" />)).toContain('Due 10 Jun 2026')
})

test('counts are links that narrow, and say what is chosen', () => {
  const values = [
    { value: 'sev1', label: 'SEV1', count: 3, chosen: true, href: '/search?q=a' },
    { value: 'sev2', label: 'SEV2', count: 400, chosen: false, href: '/search?q=a+severity%3Asev2' },
  ]
  const html = render(<FacetList facets={[{ field: 'severity', label: 'Severity', values }]} more id="wide" />)
  expect(html).toMatch(/<a href="\/search\?q=a" aria-current="true"/)
  expect(html.replace(/<[^>]+>/g, ' ')).toMatch(/SEV1\s+3\+\s+SEV2\s+400\+/)
})

test('what was not understood is said, with a way on', () => {
  const note = {
    operator: 'service',
    value: 'edg',
    known: true,
    offers: [{ label: 'edge', href: '/search?q=service%3Aedge' }],
  }
  expect(text(<Notes notes={[note]} />)).toBe('There is no service “edg”, so it was left out. Perhaps: edge')
  expect(render(<Notes notes={[{ ...note, known: false, operator: 'before', offers: [] }]} />)).toContain(
    'is no day for before',
  )
})

test('a snippet says where it is from', () => {
  expect(text(<ResultList results={[result]} zone="UTC" />)).toContain('Impact: The certificate expired.')
  expect(text(<ResultList results={[{ ...result, where: 'timeline' }]} zone="UTC" />)).toContain('Timeline: ')
})

test('finding nothing offers what may help, and only that', () => {
  const html = render(<NothingFound q="x" everywhereHref={null} looseHref="/search?q=x" />)
  expect(html).toContain('href="/search?q=x"')
  expect(html).not.toContain('Search everything')
})
