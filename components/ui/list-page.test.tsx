import { Flame } from 'lucide'
import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import messages from '#content/messages/en.json' with { type: 'json' }
import { ListFilters } from './list-filters.tsx'
import { ListPage } from './list-page.tsx'

const chosen = { q: 'edge', team: 'core', level: ['1', '2'], late: true, status: 'all' }
const href = (change: Record<string, unknown>) =>
  `/fires?${Object.keys({ ...chosen, ...change })}-${Object.keys(change)}`

const filters = (
  <ListFilters
    list={{ path: '/fires', chosen, href }}
    label={(name) => name.toUpperCase()}
    any={(name) => `Any ${name}`}
    choices={{
      team: [{ value: 'core', label: 'Core' }],
      level: [
        { value: '1', label: 'One' },
        { value: '2', label: 'Two' },
      ],
    }}
    told={{ late: [{ value: 'true', label: 'Yes' }] }}
    search={{ label: 'Title', placeholder: 'Words of the title' }}
  />
)

const render = (given: Partial<ComponentProps<typeof ListPage>>) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ ui: messages.ui }}>
      <ListPage title="Fires" pages={{}} create={{ href: '/fires/new', label: 'Light one' }} {...given}>
        <p>Rows</p>
      </ListPage>
    </NextIntlClientProvider>,
  )

describe('the filters of a list', () => {
  const html = render({ filters })

  test('say what is chosen, each to be taken away on its own or all together', () => {
    const words = html.replaceAll(/<[^>]+>/g, '')
    expect(words).toContain('Title: edge')
    expect(words).toContain('TEAM: Core')
    expect(words).toContain('LEVEL: One, Two')
    expect(words).toContain('LATE: Yes')
    expect(html).toContain('-team"')
    expect(html).toContain('-q,late,team,level"')
  })

  test('offer the choices under their invitation, with what is chosen in them', () => {
    expect(html).toMatch(/<select name="team" aria-label="Any team"[^>]*>.*<option value="core" selected="">Core/)
    expect(html).not.toContain('<select name="late"')
  })

  test('carry along what they do not offer', () => {
    expect(html).toContain('<input type="hidden" name="status" value="all"/>')
    expect(html).toContain('<input type="hidden" name="late" value="true"/>')
    expect(html).not.toContain('name="team" value=')
  })
})

describe('a list without rows', () => {
  const none = { icon: Flame, title: 'Nothing burns', children: 'That is good.' }

  test('says so instead, and offers the first step where nothing narrows it', () => {
    const html = render({ none })
    expect(html).toContain('Nothing burns')
    expect(html).not.toContain('Rows')
    expect(html.match(/Light one/g)).toHaveLength(2)
  })

  test('offers no first step below filters, which may hide what is there', () => {
    expect(render({ none, filters }).match(/Light one/g)).toHaveLength(1)
    expect(render({ none: false }).match(/Rows/g)).toHaveLength(1)
  })
})
