import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type Listening = { stop: () => Promise<void> }
export type Listen = {
  channels: readonly string[]
  hear: (channel: string, text: string) => void
  /** Something may have been told that was not heard: look for yourself. */
  missed: () => void
}

/** Waited before each new attempt; a server that restarts is back within seconds. */
const RETRY_MS = [100, 500, 1_000, 3_000]

/**
 * Hears what other processes tell on a channel of PostgreSQL, over a connection of its own, because a pooled one forgets.
 * What was told while the connection was lost is gone: `missed` says so, and whoever listens looks for themselves.
 */
export function listen(url: string, { channels, hear, missed }: Listen): Listening {
  let stopped = false
  let client: pg.Client | undefined

  const once = async () => {
    const connection = new pg.Client({ connectionString: url, application_name: 'firebreak listener', keepAlive: true })
    client = connection
    const ended = new Promise<void>((resolve) => connection.once('end', () => resolve()))
    connection.on('error', () => undefined)
    connection.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''))
    await connection.connect()
    for (const channel of channels) await connection.query(`listen ${pg.escapeIdentifier(channel)}`)
    missed()
    await ended
  }
  const forever = async () => {
    for (let failures = 0; !stopped; ) {
      const began = performance.now()
      await once().catch(() => undefined)
      await client?.end().catch(() => undefined)
      failures = performance.now() - began > 10_000 ? 0 : failures + 1
      if (!stopped) await pause(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    }
  }
  const done = forever()
  return {
    stop: async () => {
      stopped = true
      await client?.end().catch(() => undefined)
      await done
    },
  }
}
