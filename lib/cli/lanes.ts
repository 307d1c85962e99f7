import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { lastLines, type Ran, runTool } from './tool.ts'

/** One part of a test run. `missing` says why it could not run at all. */
export type Lane = { name: string; passed: number; failed: number; missing?: string }

/** A tool that is content or not counts as one test. */
export async function passedOrFailed(name: string, run: () => Promise<Ran>): Promise<Lane> {
  const { code, text } = await run()
  if (code === 0) return { name, passed: 1, failed: 0 }
  console.error(lastLines(text, 200))
  return { name, passed: 0, failed: 1 }
}

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })

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
    const { numPassedTests: passed, numFailedTests } = Report.parse(
      readJson(report) ?? { numPassedTests: 0, numFailedTests: 0 },
    )
    // A file that does not load has no tests to fail, and must not pass for that.
    return { name, passed, failed: code === 0 ? 0 : Math.max(1, numFailedTests) }
  })
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
