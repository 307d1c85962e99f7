import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { POST } from './route.ts'

const own = { 'sec-fetch-site': 'same-origin', referer: 'http://localhost:3000/postmortems?team=pay' }

function post(headers: Record<string, string>, theme = 'dark') {
  const body = new URLSearchParams({ theme })
  return POST(
    new NextRequest('http://localhost:3000/theme', {
      method: 'POST',
      body,
      headers: { host: 'localhost:3000', ...headers },
    }),
  )
}

test('remembers the choice and returns to the page', async () => {
  const response = await post(own)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/postmortems?team=pay')
  expect(response.headers.get('set-cookie')).toMatch(/^theme=dark; Path=\/; .*SameSite=Lax; HttpOnly$/)
})

test('a theme nobody offers becomes the one of the device', async () => {
  expect((await post(own, 'dark; Domain=evil')).headers.get('set-cookie')).toMatch(/^theme=system; /)
})

test.each([
  [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://other.localhost:3000' }],
  [{ origin: 'http://evil.example' }],
  [{ origin: 'null' }],
  [{}],
])('refuses a form that is not ours: %o', async (headers: Record<string, string>) => {
  expect((await post(headers)).status).toBe(403)
})

test('an older browser proves itself by its origin', async () => {
  expect((await post({ origin: 'http://localhost:3000' })).status).toBe(303)
})

test.each([
  ['https://evil.example/steal', '/steal'],
  ['http://localhost:3000//evil.example', '/'],
  ['not an address', '/'],
])('never leads away: referer %s goes to %s', async (referer, location) => {
  expect((await post({ ...own, referer })).headers.get('location')).toBe(location)
})
