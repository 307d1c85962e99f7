import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import { installedBrowser } from '#lib/cli/browser.ts'
import { median, startFirebreak, temporaryFolder } from './servers.ts'
import { visit } from './visitor.ts'

// What does the editor cost: bytes that only it brings, time until one can type, and the work of a key in a section of
// 20 KB, against the same key in a plain textarea with the same text on the same page? Expected: 140 KB, 1 s, 16 ms.
const PORT = 4238
const KEYS = 120
/** Somebody typing fast, or holding a key. All that a key sets off, up to the server's answer, falls before the next one. */
const PACE_MS = 80
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
  const bytes = await weigh(page, address)
  const usable: number[] = []
  for (let count = 0; count < OPENINGS; count++) usable.push(await open(page, address))
  const key = await keys(page, '#what .cm-content')
  await page.evaluate(plainTextarea)
  const textareaKey = await keys(page, '#plain')
  const ratio = Number((key.medianMs / textareaKey.medianMs).toFixed(1))
  console.log(
    JSON.stringify({ bench: 'editor', ...bytes, usableMs: Math.round(median(usable)), key, textareaKey, ratio }),
  )
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

type Bytes = { editorBytes: number; offersBytes: number; hintsBytes: number }

/**
 * Scripts that come only because the editor is opened: those the page does not name itself. Apart from them, what comes
 * when somebody first stands in a text, and what only the thread beside the page runs.
 */
async function weigh(page: Page, address: string): Promise<Bytes> {
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
  const atFirst = new Set(bytes.keys())
  await page.locator('#what .cm-content').click()
  await page.keyboard.type(' /')
  await page.getByRole('listbox').waitFor()
  page.removeAllListeners('response')
  // A thread keeps its own list of what it loaded.
  const ofPage = new Set(
    await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)),
  )
  const total = async (wanted: (path: string) => boolean) => {
    const sizes = await Promise.all([...bytes].filter(([path]) => wanted(path)).map(([, size]) => size))
    return sizes.reduce((sum, one) => sum + one, 0)
  }
  return {
    editorBytes: await total((path) => atFirst.has(path) && ofPage.has(path)),
    offersBytes: await total((path) => !atFirst.has(path)),
    hintsBytes: await total((path) => atFirst.has(path) && !ofPage.has(path)),
  }
}

async function open(page: Page, address: string): Promise<number> {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.cm-content').first().waitFor()
  return performance.now() - began
}

type KeyCost = { medianMs: number; p95Ms: number }

/**
 * What the page's thread works for one key, whatever it is: input, layout, drawing, sending, and the answer. Its own time,
 * so that others on the machine do not count. Waiting for a task after the frame would measure the queue of keys instead.
 */
async function keys(page: Page, target: string): Promise<KeyCost> {
  await page.locator(target).click()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  const spent: number[] = []
  for (let count = 0; count < KEYS; count++) {
    const before = await worked()
    await page.keyboard.type(count % 6 === 5 ? ' ' : 'x')
    await pause(PACE_MS)
    spent.push((await worked()) - before)
  }
  await cdp.detach()
  const sorted = spent.sort((one, other) => one - other)
  const rounded = (value = 0) => Number(value.toFixed(1))
  return { medianMs: rounded(median(sorted)), p95Ms: rounded(sorted[Math.floor(KEYS * 0.95)]) }
}

function plainTextarea(): void {
  const area = document.createElement('textarea')
  area.id = 'plain'
  area.value = 'The purge queue of one shard waited.\n'.repeat(540)
  area.rows = 40
  document.querySelector('main')?.prepend(area)
}
