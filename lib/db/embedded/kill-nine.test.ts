import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { killNine } from '#lib/testing/kill-nine.ts'

test('a killed writer loses nothing it was told is saved', { timeout: 120_000 }, async () => {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-kill-'))
  try {
    const result = await killNine(directory, 5)
    expect(result).toMatchObject({ rounds: 5, lost: 0, damaged: [] })
    expect(result.acknowledged).toBeGreaterThanOrEqual(5)
  } finally {
    await fs.rm(directory, { recursive: true })
  }
})
