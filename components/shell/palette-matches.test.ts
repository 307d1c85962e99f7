import { expect, test } from 'vitest'
import { groupMatches } from './palette-matches.ts'

const items = [
  { href: '/postmortems/new', label: 'Postmortem', group: 'Create' },
  { href: '/postmortems', label: 'Postmortems', group: 'Go to' },
  { href: '/reports', label: 'Reports', group: 'Go to' },
]
const hrefs = (query: string, found = [] as typeof items) =>
  groupMatches({ items, found, query }).flatMap((group) => group.items.map((item) => item.href))

test('without a query everything the page knows is offered', () => {
  expect(hrefs('')).toEqual(['/postmortems/new', '/postmortems', '/reports'])
})

test('every word has to match the label or the name of its group, in any case', () => {
  expect(hrefs('POST')).toEqual(['/postmortems/new', '/postmortems'])
  expect(hrefs('create post')).toEqual(['/postmortems/new'])
  expect(hrefs('post nothing')).toEqual([])
})

test('what the server found follows, and an address appears once', () => {
  const found = [
    { href: '/reports', label: 'Reports', group: 'Pages' },
    { href: '/postmortems/42', label: 'Card reports', group: 'Postmortems' },
  ]
  expect(hrefs('reports', found)).toEqual(['/reports', '/postmortems/42'])
})
