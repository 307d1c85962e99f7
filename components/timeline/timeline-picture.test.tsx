import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import messages from '#content/messages/en.json' with { type: 'json' }
import { TimelinePicture } from './timeline-picture.tsx'

const incident = {
  timeline: [
    { at: '2026-06-09T12:00:00.000Z', kind: 'change', text: 'A setting reached all regions' },
    { at: '2026-06-10T12:00:00.000Z', kind: 'impact', text: '<script>alert(1)</script>' },
    { at: '2026-06-10T12:04:00.000Z', kind: 'alert', text: 'The alert fired' },
  ],
  milestones: { impactStarted: '2026-06-10T12:00:00.000Z', mitigated: '2026-06-10T12:40:00.000Z' },
  windows: [{ startedAt: '2026-06-10T12:00:00.000Z', endedAt: null, scope: 'All', failingShare: 0.4 }],
  zone: 'Europe/Lisbon',
}
const drawn = (given: object, listed = true) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <TimelinePicture incident={{ ...incident, ...given }} listed={listed} />
    </NextIntlClientProvider>,
  )

describe('the picture of a timeline', () => {
  test('has a name, tells its entries by lane, and says where its axis is broken', () => {
    const html = drawn({})
    expect(html).toMatch(/role="img" aria-labelledby="\S+ \S+"/)
    expect(html).toContain('3 entries from 9 Jun 2026, 13:00')
    expect(html).toContain('By lane: System 2, Detection 1')
    expect(html).toContain('Where the axis is broken')
    expect(html).toContain('24 h')
  })

  test('shows text as text', () => {
    expect(drawn({})).not.toContain('<script')
  })

  test('brings its data along where no list stands beside it', () => {
    expect(drawn({}, false)).toContain('<li>10 Jun 2026, 13:04 WEST: Alert. The alert fired</li>')
    expect(drawn({})).not.toContain('<li>')
  })

  test('is not drawn of a single moment', () => {
    expect(drawn({ timeline: [], windows: [], milestones: {} })).toBe('')
  })
})
