import { statfs } from 'node:fs/promises'
import path from 'node:path'
import type { ClientBase } from 'pg'
import { nightlyCopies } from '#lib/backup/nightly.ts'
import type { Database } from '#lib/db/client.ts'
import { verifyFloor } from '#lib/db/verify-floor.ts'
import { appOrigin, type Env, readEnv, servesLoopbackOnly } from '#lib/env.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand, Surroundings } from './cli-command.ts'

/** Not counted as trouble: something to know. */
type Finding = { name: string; state: 'good' | 'note' | 'bad'; says: string }

export const doctor: CliCommand = {
  summary: 'Looks at everything this instance needs, and says what to mend.',
  help: 'Usage: npx firebreak doctor\n\nEnds with 1 when something is broken. It changes nothing.',
  place: 'database',
  run: async (_words, surroundings) => {
    const env = readEnv()
    const findings = [...(await machine(surroundings)), ...(await data(surroundings)), ...address(env), ...copies(env)]
    for (const { name, state, says } of findings) {
      surroundings.say(`${{ good: 'ok  ', note: 'note', bad: 'BAD ' }[state]}  ${name.padEnd(12)} ${says}`)
    }
    const bad = findings.filter(({ state }) => state === 'bad').length
    if (bad > 0) throw new Sorry(`${bad} ${bad === 1 ? 'thing needs' : 'things need'} mending.`)
    surroundings.say('Nothing needs mending.')
  },
}

const LITTLE_SPACE_BYTES = 1_000_000_000

async function machine({ dataDirectory }: Surroundings): Promise<Finding[]> {
  const disk = await statfs(dataDirectory).catch(() => undefined)
  const free = disk ? disk.bavail * disk.bsize : undefined
  const space: Finding =
    free === undefined
      ? { name: 'Disk', state: 'note', says: `${dataDirectory} does not exist yet; the first start makes it.` }
      : free < LITTLE_SPACE_BYTES
        ? {
            name: 'Disk',
            state: 'bad',
            says: `Only ${Math.floor(free / 1e6)} MB are free for ${dataDirectory}. Make room.`,
          }
        : { name: 'Disk', state: 'good', says: `${(free / 1e9).toFixed(1)} GB are free for ${dataDirectory}.` }
  return [{ name: 'Node.js', state: 'good', says: process.versions.node }, space]
}

async function data({ database: open }: Surroundings): Promise<Finding[]> {
  let database: Database
  try {
    database = await open()
  } catch (error) {
    return [{ name: 'Database', state: 'bad', says: error instanceof Error ? error.message : String(error) }]
  }
  const rules = await verifyFloor(database).then(
    (): Finding => ({ name: 'Rules', state: 'good', says: 'Row-level security holds for the role requests run as.' }),
    (error: Error): Finding => ({ name: 'Rules', state: 'bad', says: error.message }),
  )
  return [...(await database.withOwnerClient((client) => contents(client, database.kind))), rules]
}

async function contents(client: ClientBase, kind: Database['kind']): Promise<Finding[]> {
  const { rows } = await client.query<{
    version: string
    size: string
    people: number
    waiting: number
    stuck: number
  }>(`
    select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size,
      (select count(*)::int from "Person") as people,
      (select count(*)::int from "Outbox" where "availableAt" < now() - interval '10 minutes') as waiting,
      (select count(*)::int from "Outbox" where attempts > 3) as stuck`)
  const [row] = rows
  if (!row) return []
  const backlog: Finding =
    row.waiting + row.stuck > 0
      ? {
          name: 'Outbox',
          state: 'bad',
          says: `${row.waiting} jobs wait too long and ${row.stuck} keep failing. See the server log.`,
        }
      : { name: 'Outbox', state: 'good', says: 'Nothing is waiting too long.' }
  return [
    {
      name: 'Database',
      state: 'good',
      says: `${kind === 'embedded' ? 'Embedded' : 'PostgreSQL'} ${row.version}, ${row.size}.`,
    },
    row.people > 0
      ? { name: 'People', state: 'good', says: String(row.people) }
      : { name: 'People', state: 'note', says: 'Nobody yet. "npx firebreak setup" makes the first administrator.' },
    backlog,
  ]
}

function address(env: Env): Finding[] {
  if (env.APP_URL) return [{ name: 'Address', state: 'good', says: appOrigin(env) }]
  return servesLoopbackOnly(env)
    ? [
        {
          name: 'Address',
          state: 'note',
          says: 'Only this machine can reach it. Set HOST and APP_URL to serve others.',
        },
      ]
    : [
        {
          name: 'Address',
          state: 'bad',
          says: 'It listens to other machines but APP_URL is not set, so their changes are refused.',
        },
      ]
}

function copies(env: Env): Finding[] {
  const newest = nightlyCopies(path.join(env.DATA_DIR, 'backups')).at(-1)
  if (newest) return [{ name: 'Backups', state: 'good', says: `The newest nightly copy is ${newest}.` }]
  return env.NIGHTLY_BACKUP === false || (env.DATABASE_URL && env.NIGHTLY_BACKUP === undefined)
    ? [{ name: 'Backups', state: 'note', says: 'No nightly copies are made here. Make sure that something else does.' }]
    : [
        {
          name: 'Backups',
          state: 'note',
          says: 'None yet. The first is made within a day; "npx firebreak backup" makes one now.',
        },
      ]
}
