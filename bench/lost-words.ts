import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { installedBrowser } from '#lib/cli/browser.ts'
import { cable, openEditor, textOf } from '../e2e/fixtures/writers.ts'
import { startFirebreak, temporaryFolder } from './servers.ts'

// Is what somebody typed there again after the network was cut in the middle of a word, the server killed, or the whole
// browser destroyed? Thirty rounds of a new word each; the browser keeps its profile, as a laptop does.
const ROUNDS = Number(process.argv[2] ?? 30)
const [SERVER_PORT, DEBUG_PORT] = [4235, 4236]
/** Promised: on the device within 250 ms, on the server within 2 s. */
const DEVICE_MS = 250
const SERVER_MS = 2_000

const folder = temporaryFolder('lost-words')
const profile = mkdtempSync(path.join(tmpdir(), 'firebreak-bench-profile-'))
const start = () => startFirebreak(SERVER_PORT, { DATA_DIR: folder, FIREBREAK_SAMPLE: '1' })
let server = await start()
const line = await cable(SERVER_PORT)
let browser = await launch()
const kinds = ['network cut, tab closed', 'browser killed', 'server stopped and started'] as const
const lost: { round: number; kind: string; word: string; found: string }[] = []
try {
  const number = await begin(browser.context)
  const cookies = await browser.context.cookies()
  for (let round = 0; round < ROUNDS; round++) {
    const kind = kinds[round % kinds.length] ?? kinds[0]
    const word = `word${round}${Math.random().toString(36).slice(2, 10)}`
    await oneRound({ kind, word, number })
    // A browser writes its cookies to disk every half minute; who was killed before that would have to sign in again.
    await browser.context.addCookies(cookies)
    const page = await browser.context.newPage()
    await openEditor(page, number, line.origin)
    const found = await eventually(page, word)
    if (!found.includes(word)) lost.push({ round, kind, word, found: found.slice(-80) })
    await page.close()
  }
  console.log(
    JSON.stringify({
      bench: 'lost-words',
      rounds: ROUNDS,
      kinds: kinds.length,
      lostWords: lost.length,
      ratio: lost.length / ROUNDS,
      lost,
    }),
  )
} finally {
  await stop(browser)
  await line.remove()
  await server.stop()
  for (const left of [folder, profile]) rmSync(left, { recursive: true, force: true })
}

type Round = { kind: (typeof kinds)[number]; word: string; number: number }

async function oneRound({ kind, word, number }: Round): Promise<void> {
  const page = await browser.context.newPage()
  await openEditor(page, number, line.origin)
  await page.locator('#what .cm-content').click()
  await page.keyboard.press('Control+End')
  const middle = Math.floor(word.length / 2)
  await page.keyboard.type(` ${word.slice(0, middle)}`)
  if (kind === 'network cut, tab closed') line.cut()
  if (kind === 'server stopped and started') await server.stop()
  await page.keyboard.type(word.slice(middle))
  if (kind === 'server stopped and started') {
    await pause(DEVICE_MS)
    await page.close()
    server = await start()
  } else if (kind === 'browser killed') {
    await pause(SERVER_MS)
    await stop(browser)
    browser = await launch()
  } else {
    await pause(DEVICE_MS)
    await page.close()
    line.plug()
  }
}

/** What was left behind is brought home right after the page opens. */
async function eventually(page: Page, word: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const text = await textOf(page, 'what')
    if (text.includes(word)) return text
    await pause(100)
  }
  return textOf(page, 'what')
}

type Started = { process: ChildProcess; context: BrowserContext }

/** Started by hand, so that it can be killed by its number like a machine that loses its power. */
async function launch(): Promise<Started> {
  const program = installedBrowser() ?? chromium.executablePath()
  const words = [
    '--headless=new',
    '--no-sandbox',
    `--remote-debugging-port=${DEBUG_PORT}`,
    `--user-data-dir=${profile}`,
  ]
  const process = spawn(program, words, { stdio: 'ignore', detached: true })
  for (;;) {
    try {
      const connected = await chromium.connectOverCDP(`http://127.0.0.1:${DEBUG_PORT}`)
      const [context] = connected.contexts()
      if (context) return { process, context }
    } catch {
      await pause(100)
    }
  }
}

async function stop({ process: child }: Started): Promise<void> {
  const ended = once(child, 'exit')
  // Its whole group: a browser is many processes.
  if (child.pid) process.kill(-child.pid, 'SIGKILL')
  await ended
  await pause(300)
}

async function begin(context: BrowserContext): Promise<number> {
  const page = await context.newPage()
  await page.goto(`${line.origin}/look-around`)
  await page.getByRole('article').first().getByRole('button').click()
  await page.waitForURL((address) => address.pathname !== '/look-around')
  const headers = { origin: line.origin, 'sec-fetch-site': 'same-origin' }
  const data = { title: 'Typed in bad weather', template: 'light', team: 'edge-traffic' }
  const answer = await page.request.post(`${line.origin}/api/v1/postmortems`, { headers, data })
  const { number } = (await answer.json()) as { number: number }
  await page.close()
  return number
}
