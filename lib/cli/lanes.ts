import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { lastLines, type Ran, runTool } from './tool.ts'

/** One part of a test run. `missing` says why it could not run at all, `trouble` what failed or was unsteady, and why. */
export type Lane = { name: string; passed: number; failed: number; missing?: string; trouble?: string[] }

/** A tool that is content or not counts as one test. */
export async function passedOrFailed(name: string, run: () => Promise<Ran>): Promise<Lane> {
  const { code, text } = await run()
  if (code === 0) return { name, passed: 1, failed: 0 }
  console.error(lastLines(text, 200))
  return { name, passed: 0, failed: 1 }
}

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})
type Report = z.infer<typeof Report>

export async function runTests(home: string, lane: { name: string; project: string | undefined }): Promise<Lane> {
  const { name, project } = lane
  if (!project)
    return {
      name,
      passed: 0,
      failed: 0,
      missing: 'there is no PostgreSQL on this machine, and TEST_DATABASE_URL is not set.',
    }
  return withReport(async (report) => {
    const words = [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile=${report}`,
    ]
    const { code, text } = await runTool('vitest/vitest.mjs', words, { home })
    if (code !== 0) console.error(lastLines(text, 300))
    const ran = Report.parse(readJson(report) ?? { numPassedTests: 0, numFailedTests: 0, testResults: [] })
    // A file that does not load has no tests to fail, and must not pass for that.
    const failed = code === 0 ? 0 : Math.max(1, ran.numFailedTests)
    return { name, passed: ran.numPassedTests, failed, trouble: troubleOf(ran, home) }
  })
}

function troubleOf({ testResults }: Report, home: string): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(home, name)
    const failures = assertionResults.flatMap(({ fullName, status, failureMessages }) => {
      if (status !== 'failed' && !failureMessages?.length) return []
      return [sentenceOfTrouble(`${file} › ${fullName}${status === 'passed' ? AGAIN : ''}`, failureMessages?.[0] ?? '')]
    })
    return failures.length === 0 && message ? [sentenceOfTrouble(file, message)] : failures
  })
}

export const AGAIN = ' (passed when tried again)'

/** Enough of a failure to know where to begin. A log that was cut keeps its end, so these stand there. */
export function sentenceOfTrouble(name: string, message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('at '))
  return [name, ...lines.slice(0, 12)].join('\n      ').slice(0, 2_000)
}

export async function withReport<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'firebreak-report-'))
  try {
    return await use(path.join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
