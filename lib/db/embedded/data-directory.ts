import fs from 'node:fs/promises'
import path from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { fsyncDirectory } from './durable-fs.ts'
import { startHost } from './host.ts'

/** PGlite 0.5 is PostgreSQL 18. Its files cannot be opened by another major version. */
const POSTGRES_VERSION = '18'

/** Below this PostgreSQL may stop in the middle of writing its log: one segment is 16 MB, and recovery wants several. */
const MINIMUM_FREE_BYTES = 100_000_000

/** Makes the directory ready and returns the folder the database is in. The caller owns the directory by now. */
export async function prepareDataDirectory(dataDirectory: string): Promise<string> {
  await requireFreeSpace(dataDirectory)
  const directory = path.join(dataDirectory, 'database')
  const version = await readVersion(directory)
  if (version === undefined) await initialize(directory)
  else if (version !== POSTGRES_VERSION) throw new CannotStart(wrongVersion(dataDirectory, version))
  return directory
}

/** Created for its owner's eyes only. A test write tells more than permission bits do. */
export async function createDataDirectory(dataDirectory: string): Promise<void> {
  try {
    await fs.mkdir(dataDirectory, { recursive: true, mode: 0o700 })
    const probe = path.join(dataDirectory, `.write-test-${process.pid}`)
    await fs.writeFile(probe, '')
    await fs.rm(probe)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'error'
    throw new CannotStart(
      `Firebreak cannot write to its data directory ${dataDirectory} (${code}). Make it writable for this user, or set DATA_DIR to another place.`,
      { cause: error },
    )
  }
}

async function requireFreeSpace(dataDirectory: string): Promise<void> {
  const { bavail, bsize } = await fs.statfs(dataDirectory)
  const free = bavail * bsize
  if (free >= MINIMUM_FREE_BYTES) return
  throw new CannotStart(
    `Only ${Math.floor(free / 1_000_000)} MB are free where ${dataDirectory} is, and Firebreak needs ${MINIMUM_FREE_BYTES / 1_000_000} MB to start safely. Free some space and start again.`,
  )
}

async function readVersion(directory: string): Promise<string | undefined> {
  const version = await readIfPresent(path.join(directory, 'PG_VERSION'))
  if (version !== undefined) return version.trim()
  const files = await fs.readdir(directory).catch(() => [])
  if (files.length === 0) return undefined
  throw new CannotStart(
    `The folder ${directory} holds files but no database. Move it away to start with an empty one, or restore a backup.`,
  )
}

function wrongVersion(dataDirectory: string, version: string): string {
  const relation = Number(version) > Number(POSTGRES_VERSION) ? 'a newer' : 'an older'
  return (
    `The database in ${dataDirectory} was made by ${relation} version of Firebreak (PostgreSQL ${version}; this version has ${POSTGRES_VERSION}). ` +
    'Start that version, run "firebreak backup", and restore the backup with this one into an empty data directory.'
  )
}

/** Made in a folder beside and moved into place when it is whole and on disk, so that a power cut leaves all of it or nothing. */
async function initialize(directory: string): Promise<void> {
  const unfinished = `${directory}.new`
  await fs.rm(unfinished, { recursive: true, force: true })
  await fs.mkdir(unfinished, { mode: 0o700 })
  const host = await startHost({ directory: unfinished })
  await host.close()
  await fsyncTree(unfinished)
  await fs.rm(directory, { recursive: true, force: true })
  await fs.rename(unfinished, directory)
  fsyncDirectory(path.dirname(directory))
}

async function fsyncTree(directory: string): Promise<void> {
  for (const entry of await fs.readdir(directory, { withFileTypes: true })) {
    const name = path.join(directory, entry.name)
    if (entry.isDirectory()) await fsyncTree(name)
    else if (entry.isFile()) await fsyncFile(name)
  }
  fsyncDirectory(directory)
}

async function fsyncFile(name: string): Promise<void> {
  const file = await fs.open(name, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function readIfPresent(name: string): Promise<string | undefined> {
  try {
    return await fs.readFile(name, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
