import { defineConfig } from 'vitest/config'

// Code that forgets a zone fails loudly in a place 5:45 ahead of UTC.
process.env.TZ = 'Asia/Kathmandu'

const shared = {
  setupFiles: ['lib/testing/setup.ts'],
  // A limit for what hangs, not a promise: reading every row as every actor takes half of it on a busy machine.
  testTimeout: 90_000,
  hookTimeout: 180_000,
  // The files of one worker share what they load, a third of the work, and a database, which costs seconds to open.
  isolate: false,
  // What needs a second try is named at the end of the run: a fault to be found, but no reason to hold up a change.
  retry: process.env.CI ? 1 : 0,
  expect: { poll: { timeout: 10_000 } },
}
const onDatabase = { ...shared, include: ['{lib,prisma}/**/*.db.test.ts'] }

// Killing the embedded database over and over takes a minute by itself; "npm run check" leaves that to "npm test".
const slow = process.env.QUICK ? ['lib/db/embedded/**'] : []

/** Files ending in `.db.test.ts` run twice: on the embedded database and on PostgreSQL. */
export default defineConfig({
  test: {
    // By default one processor is left idle, which on two of them is half of the machine.
    maxWorkers: '100%',
    globalSetup: ['lib/testing/global-setup.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{lib,components,app,prisma}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', ...slow],
        },
      },
      {
        test: { ...onDatabase, name: 'embedded', env: { TEST_LANE: 'embedded' } },
      },
      {
        test: { ...onDatabase, name: 'postgres', env: { TEST_LANE: 'postgres' } },
      },
    ],
  },
})
