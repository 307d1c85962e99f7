import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { killNine } from '#lib/testing/kill-nine.ts'

// Is a saved change still there after the process was killed? Expected: lost 0, damaged none, reopened within 3 s.
const rounds = Number(process.argv[2] ?? 40)
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'fb-db-kill9-'))
try {
  const result = await killNine(directory, rounds)
  console.log(JSON.stringify(result, null, 2))
  process.exitCode = result.lost > 0 || result.damaged.length > 0 ? 1 : 0
} finally {
  fs.rmSync(directory, { recursive: true, force: true })
}
