import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

export type Migration = { name: string; sql: string; checksum: string }
export type Policies = { sql: string; checksum: string }

export const schemaDirectory = () => path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'prisma')

/** In the order they are applied, which is the order of their numbers. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await fs.readdir(path.join(directory, 'migrations'), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && /^\d{4}_/.test(entry.name)).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await fs.readFile(path.join(directory, 'migrations', name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: checksum(sql) }
    }),
  )
}

/** Row-level security and grants, generated as a whole, so they are applied again whenever they differ. */
export async function readPolicies(directory: string): Promise<Policies | undefined> {
  try {
    const sql = await fs.readFile(path.join(directory, 'policies.sql'), 'utf8')
    return { sql, checksum: checksum(sql) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** As Prisma computes it, so that its own tools agree about what was applied. */
const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex')
