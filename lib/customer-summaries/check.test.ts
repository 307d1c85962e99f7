import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { toHtml } from './export.ts'
import { mayApprove } from './model.ts'
import { prefill } from './prefill.ts'

const around = { people: ['Rose Ng', 'Tomás Vidigal', '王伟'], ownHosts: ['firebreak.example.com'] }
const found = (text: string) => check(text, around).map(({ kind, text }) => `${kind}: ${text}`)

describe('what customers must not or cannot follow', () => {
  test.each([
    ['Rose Ng restarted it.', ['person: Rose Ng']],
    ['Then Vidigal rolled back.', ['person: Vidigal']],
    ['王伟 noticed first.', ['person: 王伟']],
    ['Ask rose@kestrane.example.', ['mail: rose@kestrane.example']],
    ['Ask @tomas in chat.', ['mail: @tomas']],
    ['The host edge-lis-07 was slow.', ['host: edge-lis-07']],
    ['See build.tools.internal now.', ['host: build.tools.internal']],
    ['From 10.12.0.4 and 2001:db8::1 on.', ['address: 10.12.0.4', 'address: 2001:db8::1']],
    ['See https://firebreak.example.com/postmortems/4.', ['link: https://firebreak.example.com/postmortems/4']],
    [
      'See http://wiki/page and http://grafana.corp/d/1.',
      ['link: http://wiki/page', 'link: http://grafana.corp/d/1', 'host: grafana.corp'],
    ],
    ['Tracked as OPS-1234 and PM-12.', ['ticket: OPS-1234', 'ticket: PM-12']],
    ['It began at [unknown: when?].', ['unknown: [unknown: when?]']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    'A rose is a rose.',
    'From 14:02 to 14:43 UTC one request in nine failed.',
    'The fix is described in CVE-2024-3094 and RFC-9110.',
    'See https://status.example.com/incidents/4 for updates.',
    'Long-lived, error-free and load-balanced connections over HTTP-2 with TLS-1.3.',
    'About 12.5 % of requests, 3.141 million in total.',
  ])('says nothing of: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('takes time with the length of the text, not with its square', () => {
    const texts = [
      'a-'.repeat(10_000),
      '1.'.repeat(10_000),
      'a:'.repeat(10_000),
      '@a.'.repeat(6_000),
      'A1'.repeat(10_000),
    ]
    for (const text of texts) expect(check(text, around).length).toBeLessThan(1_000)
  })
})

test('approval waits for every finding, and for somebody else', () => {
  const open = { key: 'k', kind: 'host' as const, text: 'a-1', answer: null }
  expect(mayApprove({ findings: [open], byWriter: false, approved: false }).allowed).toBe(false)
  expect(mayApprove({ findings: [{ ...open, answer: 'Public.' }], byWriter: false, approved: false }).allowed).toBe(
    true,
  )
  expect(mayApprove({ findings: [], byWriter: true, approved: false }).allowed).toBe(false)
})

test('what facts do not say is asked and not guessed', () => {
  const sections = [
    { key: 'summary', heading: 'What happened', prompt: 'What?' },
    { key: 'why', heading: 'Why it happened', prompt: 'Which conditions? Say them.' },
  ]
  const text = prefill({ sections } as never, {
    milestones: { impactStarted: new Date('2026-06-03T09:00:00Z'), mitigated: null },
    windows: [{ scope: 'Europe', symptom: 'errors', failingShare: 0.11 }],
  })
  expect(text).toContain('From 3 Jun 2026, 09:00 to [unknown: when was it over for customers?] UTC')
  expect(text).toContain('- Europe: errors (about 11 % of requests)')
  expect(text).toContain('[unknown: Which conditions?]')
})

test('HTML for a status page holds no classes, no ids and no dangerous links', () => {
  const link = (href: string) => ({
    type: 'element' as const,
    tagName: 'a',
    properties: { href, className: ['x'] },
    children: [{ type: 'text' as const, value: 'a<b' }],
  })
  const tree = {
    type: 'root' as const,
    children: [
      {
        type: 'element' as const,
        tagName: 'p',
        properties: { id: 'x' },
        children: [link('https://a.example/?a=1&b="'), link('javascript:alert(1)')],
      },
    ],
  }
  expect(toHtml(tree)).toBe('<p><a href="https://a.example/?a=1&amp;b=&quot;">a&lt;b</a>a&lt;b</p>')
})
