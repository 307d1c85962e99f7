import { expect, test } from 'vitest'
import { addressBook } from './addresses.ts'
import { route } from './routes.ts'

const paths = [
  '/reviews',
  '/reviews/current',
  '/reviews/{review}/notes',
  '/reviews/current/votes',
  '/{kind}/{id}/notes',
]
const find = addressBook(paths.map((path) => route(path, {})))

test.each([
  ['reviews', '/reviews', {}],
  ['reviews/current', '/reviews/current', {}],
  ['reviews/7/notes', '/reviews/{review}/notes', { review: '7' }],
  ['reviews/current/notes', '/reviews/{review}/notes', { review: 'current' }],
  ['reviews/current/votes', '/reviews/current/votes', {}],
  ['talks/a%2Fb/notes', '/{kind}/{id}/notes', { kind: 'talks', id: 'a%2Fb' }],
])('%s is %s', (address, path, params) => {
  const found = find(address.split('/'))
  expect(found?.route.path).toBe(path)
  expect(found?.params).toEqual(params)
})

test.each(['', 'review', 'reviews/7', 'reviews/7/notes/1', 'reviews//notes/x', '__proto__', 'constructor/notes'])(
  '%s is nowhere',
  (address) => {
    expect(find(address.split('/'))).toBeUndefined()
  },
)
