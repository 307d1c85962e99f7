import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export type Running = { url: string; readyMs: number; stop: () => Promise<void> }

const home = process.env.FIREBREAK_HOME ?? process.cwd()
const READY_MS = 180_000

export const temporaryFolder = (name: string) => mkdtempSync(path.join(tmpdir(), `firebreak-bench-${name}-`))

/** The product as people start it. */
export function startFirebreak(port: number, settings: Record<string, string>): Promise<Running> {
  const words = [path.join(home, 'lib/cli/firebreak.mjs'), 'start']
  return start(words, {
    url: `http://localhost:${port}`,
    path: '/api/health/ready',
    settings: { PORT: String(port), ...settings },
  })
}

/** The same out of another folder, as it stands: nothing is built there. */
export function startHome(folder: string, port: number, settings: Record<string, string>): Promise<Running> {
  const main = JSON.stringify(pathToFileURL(path.join(home, 'dist/main.mjs')).href)
  const entry = path.join(folder, 'start.mjs')
  writeFileSync(entry, `import { main } from ${main}\nawait main(['start'])\n`)
  return start([entry], {
    url: `http://localhost:${port}`,
    path: '/api/health/ready',
    settings: { PORT: String(port), FIREBREAK_HOME: folder, FIREBREAK_PREPARED: '1', ...settings },
  })
}

export const startBare = (server: string, port: number): Promise<Running> =>
  start([server], {
    url: `http://localhost:${port}`,
    path: '/',
    settings: { PORT: String(port), HOSTNAME: '127.0.0.1' },
  })

/** The least that Next can do: one dynamic page with one sentence, built like the product. Returns its server and its folder. */
export async function buildBare(): Promise<{ server: string; remove: () => void }> {
  // Inside the repository, so that it finds the same packages.
  const name = `dist/bench/bare-${process.pid}`
  const folder = path.join(home, name)
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  const file = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
  file('package.json', '{ "type": "module" }')
  file(
    'next.config.mjs',
    `export default { output: 'standalone', turbopack: { root: ${JSON.stringify(home)} }, outputFileTracingRoot: ${JSON.stringify(home)} }`,
  )
  file('app/layout.jsx', 'export default ({ children }) => <html lang="en"><body>{children}</body></html>')
  file(
    'app/page.jsx',
    "export const dynamic = 'force-dynamic'\nexport default () => <p>Hello at {new Date().toISOString()}</p>",
  )
  const next = createRequire(path.join(home, 'package.json')).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error('The bare app could not be built.')
  const standalone = path.join(folder, '.next/standalone', name)
  cpSync(path.join(folder, '.next/static'), path.join(standalone, '.next/static'), { recursive: true })
  return { server: path.join(standalone, 'server.js'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

type Address = { url: string; path: string; settings: Record<string, string> }

async function start(words: string[], { url, path, settings }: Address): Promise<Running> {
  const started = performance.now()
  const child = spawn(process.execPath, words, {
    cwd: home,
    env: { ...process.env, NODE_ENV: 'production', NIGHTLY_BACKUP: '0', DATABASE_URL: '', APP_URL: '', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  while (!(await answers(`${url}${path}`))) {
    if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended with ${child.exitCode}.`)
    if (performance.now() - started > READY_MS) throw new Error(`${words.join(' ')} did not become ready.`)
    await pause(10)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, readyMs: performance.now() - started, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
