import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { installedBrowser } from '#lib/cli/browser.ts'

export type Visitor = { cookie: string; readPage: string }

/** Comes in through the list of sample people, as a browser does, and finds the first published postmortem. */
export async function visit(url: string): Promise<Visitor> {
  const executablePath = installedBrowser()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ baseURL: url })
    await page.goto('/look-around')
    await page.getByRole('article').first().getByRole('button').click()
    await page.waitForURL((address) => address.pathname !== '/look-around')
    await page.goto('/postmortems?state=published')
    const links = await page
      .locator('main a[href^="/postmortems/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const readPage = links.find((link) => /^\/postmortems\/\d+$/.test(link))
    if (!readPage) throw new Error('There is no published postmortem to read.')
    const cookies = await page.context().cookies()
    return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), readPage }
  } finally {
    await browser.close()
  }
}

/** Until what moved in can be found: from then on nothing but what is measured asks the database. */
export async function settled(url: string, cookie: string): Promise<void> {
  await draft(url, cookie)
  for (;;) {
    const answer = await fetch(`${url}/api/palette?q=${encodeURIComponent(TITLE)}`, { headers: { cookie } })
    if ((await answer.text()).includes(TITLE)) return
    await pause(200)
  }
}

const TITLE = 'Written by colleagues'

export async function draft(url: string, cookie: string): Promise<number> {
  const headers = { cookie, origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const body = JSON.stringify({ title: TITLE, template: 'light', team: 'edge-traffic' })
  const answer = await fetch(`${url}/api/v1/postmortems`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`The document could not be begun: ${await answer.text()}`)
  return Number(((await answer.json()) as { number: number }).number)
}

/** The least there is inside the product's frame: who is signed in, what the sidebar counts, and a form. */
export const LEAST_PAGE = '/settings/profile'

/** How long until a document is there, asked for as a browser does. */
export async function timed(address: string, cookie = ''): Promise<number> {
  const asked = performance.now()
  const response = await fetch(address, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
  const text = await response.text()
  if (response.status !== 200 || !text.includes('</html>')) throw new Error(`${address} answered ${response.status}.`)
  return performance.now() - asked
}
