import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Sidebar } from '#components/shell/sidebar.tsx'
import messages from '#content/messages/en.json' with { type: 'json' }
import { still } from '#lib/still.ts'

const nav = (label: string) => [{ entries: [{ href: '/guides', label, icon: [] }] }]
const sidebar = async (label: string, path = '/') =>
  (await still({ name: 'Sidebar', props: { nav: nav(label), path }, locale: 'en', messages })).html

describe('a still', () => {
  test('is what React makes of the component', async () => {
    const elements = (
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        <Sidebar nav={nav('Guides')} path="/guides/first" />
      </NextIntlClientProvider>
    )
    expect(await sidebar('Guides', '/guides/first')).toBe(renderToStaticMarkup(elements))
  })

  test('is another one as soon as anything it is given differs', async () => {
    const [here, there] = [await sidebar('Guides', '/guides'), await sidebar('Guides', '/teams')]
    expect(here).toContain('href="/guides" aria-current="page"')
    expect(there).not.toContain('aria-current')
    expect(await sidebar('Guides', '/guides')).toBe(here)
  })

  test('shows text as text', async () => {
    const html = await sidebar('<img src=x onerror=alert(1)>')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toContain('<img')
  })
})
