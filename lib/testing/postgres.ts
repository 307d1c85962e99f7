import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type PostgresServer = {
  /** For a role that may create databases and roles and is not a superuser, as a self-hoster's would be. */
  url: string
  stop(): Promise<void>
}

const START_MS = 20_000

/** The folder of the newest PostgreSQL server installed here, if any. */
export function findPostgres(): string | undefined {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  const candidates = roots
    .flatMap((root) => (fs.existsSync(root) ? fs.readdirSync(root).map((name) => path.join(root, name, 'bin')) : []))
    .filter((bin) => fs.existsSync(path.join(bin, 'initdb')))
  return candidates.sort((a, b) => version(b) - version(a))[0]
}

/**
 * A throw-away server made with the system's own binaries: no network, no fsync, a folder that disappears. It watches our
 * end of a pipe, so it stops even when this process is killed.
 */
export async function startPostgres(bin = findPostgres()): Promise<PostgresServer> {
  if (!bin) throw new Error('No PostgreSQL server is installed on this machine.')
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'fb-db-pg-'))
  const account = unprivilegedAccount()
  if (account) fs.chownSync(directory, account.uid, account.gid)
  const data = path.join(directory, 'data')

  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...account, cwd: directory, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)

  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    listen_addresses: '',
    max_connections: '100',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(
    'sh',
    ['-c', UNTIL_HANGUP, 'sh', directory, path.join(bin, 'postgres'), '-D', data, '-k', directory, ...options],
    {
      ...account,
      cwd: directory,
      // A group of its own: what ends our group shall not end the shell before it has cleared up.
      detached: true,
      stdio: ['pipe', 'ignore', fs.openSync(path.join(directory, 'log'), 'a')],
    },
  )
  // Only the pipe keeps it; it does not keep us.
  server.unref()

  const superuser = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory)}`
  await untilReady(superuser, path.join(directory, 'log'))
  await statement(superuser, 'create role firebreak login createdb createrole')
  return {
    url: superuser.replace('//postgres@', '//firebreak@'),
    async stop() {
      server.ref()
      const ended = once(server, 'exit')
      server.stdin?.end()
      await ended
      fs.rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** One statement on a connection of its own. */
export async function statement<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Row>(sql)
  } finally {
    await client.end()
  }
}

const UNTIL_HANGUP =
  'exec 3<&0; folder=$1; shift; "$@" 3<&- </dev/null & pid=$!; cat <&3 >/dev/null; kill -INT $pid; wait $pid; rm -rf "$folder"'

async function untilReady(url: string, log: string): Promise<void> {
  const end = Date.now() + START_MS
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > end)
        throw new Error(`PostgreSQL did not start:\n${fs.readFileSync(log, 'utf8')}`, { cause: error })
      await pause(50)
    }
  }
}

/** PostgreSQL refuses to run as root, as containers and build machines like to do. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const entry = fs.readFileSync('/etc/passwd', 'utf8').match(/^(?:postgres|nobody):[^:]*:(\d+):(\d+)/m)
  if (!entry) throw new Error('PostgreSQL does not run as root, and there is no other account to run it as.')
  return { uid: Number(entry[1]), gid: Number(entry[2]) }
}

const version = (bin: string) => Number(bin.match(/(\d+)\/bin$/)?.[1] ?? 0)
