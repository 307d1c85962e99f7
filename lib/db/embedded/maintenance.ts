import type pg from 'pg'
import type { EmbeddedHost } from './host.ts'

type Options = {
  host: Pick<EmbeddedHost, 'sent'>
  withOwnerClient<T>(run: (client: pg.ClientBase) => Promise<T>): Promise<T>
  report: (sentence: string) => void
  tickMs?: number
  checkpointEveryMs?: number
}

const TICK_MS = 30_000
const CHECKPOINT_EVERY_MS = 5 * 60_000
/** Half of what PostgreSQL keeps by default before it insists; reopening after a crash replays at most this. */
const CHECKPOINT_EVERY_BYTES = 512 * 1024 * 1024
const VACUUM_HOUR_UTC = 3

/** What the background processes of a PostgreSQL server do; the embedded one has none. */
export function startMaintenance(options: Options): { stop(): void } {
  const { host, withOwnerClient, report, tickMs = TICK_MS, checkpointEveryMs = CHECKPOINT_EVERY_MS } = options
  let seen = host.sent()
  let checkpointed = Date.now()
  let vacuumed = ''
  let busy = false

  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    try {
      const now = new Date()
      const active = host.sent() !== seen
      const due = now.getTime() - checkpointed >= checkpointEveryMs
      if (active && (due || (await withOwnerClient(logBytes)) > CHECKPOINT_EVERY_BYTES)) {
        await withOwnerClient((client) => client.query('checkpoint'))
        checkpointed = now.getTime()
      }
      const day = now.toISOString().slice(0, 10)
      if (now.getUTCHours() === VACUUM_HOUR_UTC && vacuumed !== day) {
        vacuumed = day
        await vacuum(withOwnerClient)
      }
      seen = due || !active ? host.sent() : seen
    } catch (error) {
      report(`Maintenance of the embedded database failed: ${error instanceof Error ? error.message : error}`)
    } finally {
      busy = false
    }
  }, tickMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Table by table, so that people's requests get their turn in between. */
export async function vacuum(withOwnerClient: Options['withOwnerClient']): Promise<void> {
  const tables = await withOwnerClient((client) =>
    client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    ),
  )
  for (const { name } of tables.rows) await withOwnerClient((client) => client.query(`vacuum (analyze) ${name}`))
}

async function logBytes(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) as bytes from pg_control_checkpoint()',
  )
  return Number(rows[0]?.bytes ?? 0)
}
