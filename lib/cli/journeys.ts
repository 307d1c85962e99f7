import { existsSync } from 'node:fs'
import { z } from 'zod'
import { findPostgres, type PostgresServer, startPostgres, statement, withDatabase } from '#lib/testing/postgres.ts'
import { installedBrowser } from './browser.ts'
import { AGAIN, type Lane, readJson, sentenceOfTrouble, withReport } from './lanes.ts'
import { lastLines, runTool } from './tool.ts'

const EMBEDDED = 'Journeys in a browser, embedded database'
const POSTGRES = 'Journeys in a browser, PostgreSQL'
/** The few journeys that touch every kind of table; the others say nothing about the database. */
const SECOND_PASS = '@both'

type Options = { built: boolean; say: (line: string) => void }

/** Playwright on the built app, twice: all of it on the embedded database, the essential part on PostgreSQL. */
export async function* journeys(home: string, { built, say }: Options): AsyncGenerator<Lane> {
  const missing = built ? await withoutBrowser(home, say) : 'the app was not built.'
  if (missing) {
    yield { name: EMBEDDED, passed: 0, failed: 0, missing }
    yield { name: POSTGRES, passed: 0, failed: 0, missing }
    return
  }
  say(`${EMBEDDED}…`)
  yield await runJourneys(home, { name: EMBEDDED, words: [], environment: { E2E_DATABASE_URL: '' } })

  const server = await testServer()
  if (!server) {
    yield { name: POSTGRES, passed: 0, failed: 0, missing: 'there is no PostgreSQL on this machine.' }
    return
  }
  say(`${POSTGRES}…`)
  try {
    const E2E_DATABASE_URL = await newDatabase(server.url)
    yield await runJourneys(home, { name: POSTGRES, words: ['--grep', SECOND_PASS], environment: { E2E_DATABASE_URL } })
  } finally {
    await server.stop()
  }
}

async function testServer(): Promise<PostgresServer | undefined> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return { url, stop: async () => undefined }
  return findPostgres() ? startPostgres() : undefined
}

/** The database in the address may hold what earlier tests left. */
async function newDatabase(url: string): Promise<string> {
  const name = `firebreak_e2e_${process.pid}`
  await statement(url, `drop database if exists ${name} with (force)`)
  await statement(url, `create database ${name}`)
  return withDatabase(url, name)
}

/** Undefined when there is a browser; otherwise why there is none. Downloading one is the last thing tried. */
async function withoutBrowser(home: string, say: (line: string) => void): Promise<string | undefined> {
  if (installedBrowser()) return undefined
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return undefined
  say('There is no Chromium on this machine. Downloading one.')
  const { code } = await runTool('@playwright/test/cli.js', ['install', 'chromium'], { home })
  return code === 0 ? undefined : 'there is no Chromium, and downloading one failed. Set FIREBREAK_BROWSER to one.'
}

const Suite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(
        z.object({
          status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
          results: z.array(z.object({ errors: z.array(z.object({ message: z.string().default('') })) })),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(Suite).optional()
  },
})
type Suite = z.infer<typeof Suite>

const Report = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  suites: z.array(Suite),
})

type Journey = { name: string; words: string[]; environment: Record<string, string> }

async function runJourneys(home: string, { name, words, environment }: Journey): Promise<Lane> {
  return withReport(async (report) => {
    const { code, text } = await runTool(
      '@playwright/test/cli.js',
      ['test', '--reporter=line,json', '--pass-with-no-tests', ...words],
      {
        home,
        environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      },
    )
    if (code !== 0) console.error(lastLines(text, 300))
    const parsed = Report.safeParse(readJson(report))
    if (!parsed.success) return { name, passed: 0, failed: 1 }
    const { expected, unexpected, flaky } = parsed.data.stats
    const trouble = parsed.data.suites.flatMap(troubleOf)
    return { name, passed: expected + flaky, failed: code === 0 ? 0 : Math.max(1, unexpected), trouble }
  })
}

function troubleOf({ specs, suites = [] }: Suite): string[] {
  const here = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message))
        const name = `${file} › ${title}${status === 'flaky' ? AGAIN : ''}`
        return sentenceOfTrouble(name, messages.join('\n'))
      }),
  )
  return [...here, ...suites.flatMap(troubleOf)]
}
