import { expect, test } from 'vitest'
import { foreignOrigin } from './origin.ts'

const configured = 'https://firebreak.example.com'

test.each<[string, string | undefined, Record<string, string>, boolean]>([
  ['a page of ours', configured, { origin: configured, 'sec-fetch-site': 'same-origin' }, true],
  ['an older browser that only names the origin', configured, { origin: configured }, true],
  ['a browser that only names the site', configured, { 'sec-fetch-site': 'same-origin' }, true],
  ['nothing named', configured, {}, false],
  ['another site', configured, { origin: 'https://evil.test' }, false],
  [
    'another site that claims to be ours in one header',
    configured,
    { origin: configured, 'sec-fetch-site': 'cross-site' },
    false,
  ],
  ['a sibling domain', configured, { origin: 'https://x.example.com', 'sec-fetch-site': 'same-site' }, false],
  ['a sandboxed frame', configured, { origin: 'null' }, false],
  ['the same host without encryption', configured, { origin: 'http://firebreak.example.com' }, false],
  ['another port', configured, { origin: `${configured}:8443` }, false],
  ['our name in front of another', configured, { origin: `${configured}.evil.test` }, false],
  [
    'a forged host',
    configured,
    { origin: 'https://evil.test', host: 'evil.test', 'x-forwarded-host': 'evil.test' },
    false,
  ],
  ['unconfigured, on this machine', undefined, { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
  ['unconfigured, by number', undefined, { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
  ['unconfigured, by long number', undefined, { origin: 'http://[::1]:3000', host: '[::1]:3000' }, true],
  ['unconfigured, another port', undefined, { origin: 'http://localhost:4000', host: 'localhost:3000' }, false],
  ['unconfigured, a host name somebody chose', undefined, { origin: 'http://evil.test', host: 'evil.test' }, false],
  [
    'unconfigured, a name that begins like ours',
    undefined,
    { origin: 'http://localhost.evil.test', host: 'localhost.evil.test' },
    false,
  ],
  ['unconfigured, a host that is none', undefined, { 'sec-fetch-site': 'same-origin', host: '%%%' }, false],
  ['unconfigured, no host', undefined, { 'sec-fetch-site': 'same-origin' }, false],
])('%s', (_, appUrl, headers, ours) => {
  const found = foreignOrigin({ headers: new Headers(headers), appUrl: appUrl ? new URL(appUrl) : undefined })
  expect(found === null).toBe(ours)
})
