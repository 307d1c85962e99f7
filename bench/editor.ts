import { rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { installedBrowser } from '#lib/cli/browser.ts'
import { median, startFirebreak, temporaryFolder } from './servers.ts'
import { visit } from './visitor.ts'

// What does the editor cost: bytes that only it brings, time until one can type, and the time of a key in a section of
// 20 KB, against the same key in a plain textarea with the same text on the same page?
const PORT = 4238
const KEYS = 120
const OPENINGS = 7
const TEXT_BYTES = 20_000

const folder = temporaryFolder('editor')
const server = await startFirebreak(PORT, { DATA_DIR: folder, FIREBREAK_SAMPLE: '1' })
const executablePath = installedBrowser()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
try {
  const { cookie } = await visit(server.url)
  const page = await visitor(browser, cookie)
  const address = `/postmortems/${await prepared(page)}/edit`
  const editorBytes = await weigh(page, address)
  const usable: number[] = []
  for (let count = 0; count < OPENINGS; count++) usable.push(await open(page, address))
  const keyMs = await keys(page, '#what .cm-content')
  await page.evaluate(plainTextarea)
  const textareaKeyMs = await keys(page, '#plain')
  const result = { editorBytes, usableMs: Math.round(median(usable)), keyMs, textareaKeyMs }
  console.log(JSON.stringify({ bench: 'editor', ...result, ratio: Number((keyMs / textareaKeyMs).toFixed(1)) }))
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function visitor(browser: Browser, cookie: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url })
  const [name = '', value = ''] =
    cookie
      .split('; ')
      .find((one) => one.startsWith('firebreak.session='))
      ?.split('=') ?? []
  await context.addCookies([{ name, value, url: server.url }])
  return context.newPage()
}

async function prepared(page: Page): Promise<number> {
  const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' }
  const data = { title: 'A long text', template: 'light', team: 'edge-traffic' }
  const made = await page.request.post('/api/v1/postmortems', { headers, data })
  const { number } = (await made.json()) as { number: number }
  const paragraph =
    'The **purge queue** of one shard waited behind `retry` traffic for eleven minutes.\n\n- It was seen in Lisbon.\n\n'
  const body = paragraph.repeat(Math.ceil(TEXT_BYTES / paragraph.length)).slice(0, TEXT_BYTES)
  const sections = [{ key: 'what', version: 1, body }]
  const saved = await page.request.patch(`/api/v1/postmortems/${number}`, { headers, data: { sections } })
  if (!saved.ok()) throw new Error(`The text could not be saved: ${await saved.text()}`)
  return number
}

/** Scripts that come only because the editor is opened: those the page does not name itself. */
async function weigh(page: Page, address: string): Promise<number> {
  const named = new Set(
    [...(await (await page.request.get(address)).text()).matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(
      ([, source]) => source,
    ),
  )
  const bytes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url())
    if (!pathname.endsWith('.js') || named.has(pathname + search)) return
    bytes.set(
      pathname,
      response.body().then((body) => gzipSync(body).length),
    )
  })
  await page.goto(address)
  await page.locator('.cm-content').first().waitFor()
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  return (await Promise.all(bytes.values())).reduce((sum, one) => sum + one, 0)
}

async function open(page: Page, address: string): Promise<number> {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.cm-content').first().waitFor()
  return performance.now() - began
}

/** From the key to the frame that shows it, without the frame's own wait for the screen. */
async function keys(page: Page, target: string): Promise<number> {
  await page.locator(target).click()
  await page.evaluate(() => {
    const spent: number[] = []
    Object.assign(window, { spent })
    addEventListener(
      'keydown',
      () => {
        const began = performance.now()
        const channel = new MessageChannel()
        // After the frame was put together: its callback runs before, a message right behind.
        requestAnimationFrame(() => {
          const frame = performance.now()
          channel.port1.onmessage = () => spent.push(performance.now() - frame + (handled - began))
          channel.port2.postMessage(0)
        })
        let handled = began
        addEventListener(
          'input',
          () => {
            handled = performance.now()
          },
          { once: true },
        )
      },
      true,
    )
  })
  for (let count = 0; count < KEYS; count++) await page.keyboard.type('x')
  const spent = await page.evaluate(() => (window as unknown as { spent: number[] }).spent)
  return Number(median(spent).toFixed(1))
}

function plainTextarea(): void {
  const area = document.createElement('textarea')
  area.id = 'plain'
  area.value = 'The purge queue of one shard waited.\n'.repeat(540)
  area.rows = 40
  document.querySelector('main')?.prepend(area)
}
