import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '#lib/db/client.ts'
import type { Env } from '#lib/env.ts'
import { verifyBackup } from './verify.ts'
import { writeBackup } from './write.ts'

const KEPT = 14
/** A server that runs only by day makes its copy in the morning. */
const FROM_HOUR_UTC = 2

/** One verified copy a day. Called often; does nothing when today's is there. */
export async function nightlyBackup(database: Database, env: Env, now: Date): Promise<string | undefined> {
  if (!(env.NIGHTLY_BACKUP ?? database.kind === 'embedded') || now.getUTCHours() < FROM_HOUR_UTC) return undefined
  const folder = path.join(env.DATA_DIR, 'backups')
  const file = path.join(folder, `nightly-${now.toISOString().slice(0, 10)}.ndjson.gz`)
  if (existsSync(file)) return undefined
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await database.withOwnerClient((client) => writeBackup(client, { file, now }))
  try {
    await verifyBackup(file)
  } catch (error) {
    rmSync(file)
    throw error
  }
  for (const old of nightlyCopies(folder).slice(0, -KEPT)) rmSync(path.join(folder, old))
  return file
}

/** Oldest first. Copies that people made themselves have other names and are theirs to remove. */
export function nightlyCopies(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^nightly-\d{4}-\d\d-\d\d\.ndjson\.gz$/.test(name))
    .sort()
}
