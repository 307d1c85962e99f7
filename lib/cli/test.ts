import { findPostgres } from '#lib/testing/postgres.ts'
import { buildIfChanged } from './build.ts'
import { quickChecks } from './check.ts'
import type { CliCommand } from './cli-command.ts'
import { journeys } from './journeys.ts'
import { type Lane, passedOrFailed, runTests } from './lanes.ts'
import { runTool } from './tool.ts'

export const test: CliCommand = {
  summary: 'Everything: types, lint, tests on both databases, the production build, and journeys in a browser.',
  help: `
Usage: npm test

Says which parts ran and which could not. TEST_DATABASE_URL names a PostgreSQL server to test on; without it a
throw-away one is made from the PostgreSQL that is installed. FIREBREAK_BROWSER names a Chromium.`,
  place: 'here',
  run: async (_words, { home, say }) => {
    const lanes: Ran[] = []
    let began = performance.now()
    const done = (lane: Lane) => {
      const ran = { ...lane, seconds: Math.round((performance.now() - began) / 1_000) }
      began = performance.now()
      lanes.push(ran)
      say(sentenceOf(ran))
    }
    for (const { name, script, words } of quickChecks.slice(0, 2)) {
      say(`${name}…`)
      done(await passedOrFailed(name, () => runTool(script, words, { home })))
    }
    for (const { name, project } of projects()) {
      say(`${name}…`)
      done(await runTests(home, { name, project }))
    }
    say('Production build…')
    const built = await buildLane(home, say)
    done(built)
    for await (const lane of journeys(home, { built: built.failed === 0, say })) done(lane)
    conclude(lanes, say)
  },
}

function projects(): { name: string; project: string | undefined }[] {
  const postgres = process.env.TEST_DATABASE_URL || findPostgres()
  return [
    { name: 'Unit tests and architecture', project: 'unit' },
    { name: 'Database tests, embedded', project: 'embedded' },
    { name: 'Database tests, PostgreSQL', project: postgres ? 'postgres' : undefined },
  ]
}

async function buildLane(home: string, say: (line: string) => void): Promise<Lane> {
  const name = 'Production build'
  try {
    await buildIfChanged(home, say)
    return { name, passed: 1, failed: 0 }
  } catch {
    return { name, passed: 0, failed: 1 }
  }
}

type Ran = Lane & { seconds: number }

function sentenceOf({ name, passed, failed, missing, seconds }: Ran): string {
  if (missing) return `\n*** ${name.toUpperCase()} DID NOT RUN: ${missing}\n`
  return `${failed > 0 ? 'FAILED' : 'good  '}  ${name}: ${passed} passed, ${failed} failed, in ${seconds} s`
}

/** The last line is for programs: it holds nothing else. */
function conclude(lanes: Ran[], say: (line: string) => void): void {
  say('\nWhat ran, and what did not')
  for (const lane of lanes) say(`  ${sentenceOf(lane).trim()}`)
  const trouble = lanes.flatMap((lane) => lane.trouble ?? [])
  if (trouble.length > 0) say('\nWhat failed, or needed a second try')
  for (const sentence of trouble) say(`  - ${sentence}`)
  const passed = lanes.reduce((total, lane) => total + lane.passed, 0)
  const failed = lanes.reduce((total, lane) => total + lane.failed, 0)
  process.exitCode = failed > 0 ? 1 : 0
  say(`\n${passed} passed, ${failed} failed`)
}
