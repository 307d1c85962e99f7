import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptStills, placeOf } from '#lib/kept-stills.ts'
import { inEnvelope } from './envelope.ts'

const id = (letter: string) => `still-${letter.repeat(43)}`
const long = `<p>${'Origin shielding held in Asia – 攔截. '.repeat(900)}</p>`
keptStills(() => new Map()).set(id('a'), long)
keptStills(() => new Map()).set(id('-'), '<b>short</b>')
const forgotten = placeOf(id('x'))

/** In pieces that end in the middle of a place, as streams do. */
const written = `<!DOCTYPE html><i>${placeOf(id('a'))}</i><i>${placeOf(id('-'))}</i>${placeOf(id('a'))}${forgotten}<!--none`
const whole = `<!DOCTYPE html><i>${long}</i><i><b>short</b></i>${long}${forgotten}<!--none`
const server = http.createServer(
  inEnvelope((request, response) => {
    response.setHeader('Content-Type', request.url === '/' ? 'text/html; charset=utf-8' : 'text/x-component')
    for (let at = 0; at < written.length; at += 7) response.write(Buffer.from(written.slice(at, at + 7)))
    response.end()
  }),
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function ask(headers: Record<string, string>, { path = '/', method = 'GET' } = {}) {
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) =>
    http.request({ port, path, method, headers }, resolve).on('error', reject).end(),
  )
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece)
  return { headers: answer.headers, body: Buffer.concat(pieces) }
}

test('stills stand in their places, and one that was forgotten leaves its place', async () => {
  expect((await ask({})).body.toString()).toBe(whole)
})

test('compressed it is the same page, every time', async () => {
  for (let time = 0; time < 3; time++) {
    const { headers, body } = await ask({ 'accept-encoding': 'gzip, deflate, br' })
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(body).toString()).toBe(whole)
    expect(body.length).toBeLessThan(whole.length / 20)
  }
})

test.each(['identity', 'gzip;q=0', 'deflate;q=0, x-gzip'])('to %s it is sent as it is', async (accepted) => {
  const { headers, body } = await ask({ 'accept-encoding': accepted })
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe(whole)
})

test('what is no page is left alone', async () => {
  expect((await ask({}, { path: '/?_rsc=1' })).body.toString()).toBe(written)
})

test('asked for its head it sends no body', async () => {
  expect((await ask({ 'accept-encoding': 'gzip' }, { method: 'HEAD' })).body.length).toBe(0)
})
