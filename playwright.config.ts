import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { installedBrowser } from './lib/cli/browser.ts'

// Every worker reads this file again; they all have to mean the same server.
process.env.E2E_PORT ??= '55533'
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'firebreak-e2e-'))

const baseURL = `http://localhost:${process.env.E2E_PORT}`
const executablePath = installedBrowser()

/** Journeys through the built app, as people see it. E2E_DATABASE_URL runs them on PostgreSQL; without it, embedded. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that needs luck is a broken test: the summary of a whole run names it, with why. It does not hide the others.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    ...(executablePath && { launchOptions: { executablePath, args: ['--no-sandbox'] } }),
    locale: 'en-GB',
    timezoneId: 'Asia/Kathmandu',
  },
  webServer: {
    command: 'node lib/cli/firebreak.mjs start',
    url: `${baseURL}/api/health/ready`,
    timeout: 300_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
      FIREBREAK_SAMPLE: '1',
      NIGHTLY_BACKUP: '0',
      // Unset, so that the sample people can be chosen from a list.
      APP_URL: '',
      TZ: 'Asia/Kathmandu',
    },
  },
})
