import { Flame } from 'lucide'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import messages from '#content/messages/en.json' with { type: 'json' }
import { Avatar, hueOf, initials } from './avatar.tsx'
import { Badge } from './badge.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Icon } from './icon.tsx'
import { Menu, MenuLink } from './menu.tsx'
import { PageHeader } from './page-header.tsx'
import { Pagination } from './pagination.tsx'
import { Table } from './table.tsx'
import { TabsNav } from './tabs-nav.tsx'

const render = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ ui: messages.ui }}>
      {children}
    </NextIntlClientProvider>,
  )

test('a table names its columns and rows, and tells the phone which label belongs to a cell', () => {
  const html = render(
    <Table
      caption="Postmortems"
      rows={[{ title: 'Cards refused', minutes: 41 }]}
      rowKey={(row) => row.title}
      columns={[
        { id: 'title', header: 'Postmortem', primary: true, cell: (row) => row.title },
        {
          id: 'minutes',
          header: 'Minutes',
          align: 'end',
          sort: { href: '/?sort=minutes', direction: 'descending' },
          cell: (row) => row.minutes,
        },
      ]}
    />,
  )
  expect(html).toContain('<caption class="sr-only">Postmortems</caption>')
  expect(html).toContain('<th scope="row" data-primary="true">Cards refused</th>')
  expect(html).toMatch(/<th scope="col" data-align="end" aria-sort="descending"><a[^>]*href="\/\?sort=minutes"/)
  expect(html).toContain('data-label="Minutes">41</td>')
})

test('an icon is silent beside words and speaks when it stands alone', () => {
  expect(render(<Icon icon={Flame} />)).toContain('aria-hidden="true"')
  const alone = render(<Icon icon={Flame} label="On fire" />)
  expect(alone).toContain('role="img" aria-label="On fire"')
  expect(alone).not.toContain('aria-hidden')
})

test('a badge carries words, never colour alone', () => {
  expect(render(<Badge tone="danger">SEV-1</Badge>)).toContain('>SEV-1</span>')
})

test('the open tab is announced as the current page', () => {
  const html = render(
    <TabsNav
      label="Lists"
      tabs={[
        { href: '/a', label: 'All', current: true },
        { href: '/b', label: 'Mine' },
      ]}
    />,
  )
  expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  expect(html).toMatch(/<a href="\/a" aria-current="page"/)
})

test('a menu opens by the browser alone', () => {
  const html = render(
    <Menu id="more" label="More" trigger="…">
      <MenuLink href="/x">Edit</MenuLink>
    </Menu>,
  )
  expect(html).toMatch(/<button type="button" popoverTarget="more" aria-label="More"/i)
  expect(html).toMatch(/<div id="more" popover="auto"/)
})

test('a filter is a GET form, and each chip is a link that takes itself away', () => {
  const html = render(
    <FilterBar
      action="/postmortems"
      query="card"
      placeholder="Find"
      chips={[{ label: 'Team', value: 'Payments', removeHref: '/postmortems?q=card' }]}
    />,
  )
  expect(html).toMatch(/<form[^>]* action="\/postmortems" method="get"/)
  expect(html).toContain('value="card"')
  expect(html).toMatch(/href="\/postmortems\?q=card"[^>]*><span class="sr-only">Remove filter<\/span>/)
})

test('a page has one heading, and its way up is labelled', () => {
  const html = render(<PageHeader title="PM-142" crumbs={[{ href: '/postmortems', label: 'Postmortems' }]} />)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html).toContain('<nav aria-label="Where this page belongs"')
})

test('pages that lead nowhere show nothing', () => {
  expect(render(<Pagination />)).toBe('')
  expect(render(<Pagination nextHref="/?after=x" />)).toContain('rel="next"')
})

test.each([
  ['Ada Park', 'AP'],
  ['Noor', 'N'],
  ['  Tomás de Sá Vieira ', 'TV'],
  ['陈 伟', '陈'],
  ['', '?'],
])('%s is drawn as %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('a face keeps its colour and leaves the name to the words beside it', () => {
  expect(hueOf('Ada Park')).toBe(hueOf('Ada Park'))
  expect(new Set(['Ada', 'Noor', 'Tomás', 'Eve', 'Lin'].map(hueOf)).size).toBeGreaterThan(2)
  expect(render(<Avatar name="Ada Park" />)).toContain('aria-hidden="true"')
})
