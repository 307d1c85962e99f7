import pg from 'pg'
import type { Listen, Listening } from '../listen.ts'

type Borrow = <T>(run: (client: pg.ClientBase) => Promise<T>) => Promise<T>

/** The embedded database has one session, which hears what it tells itself: other processes there are none. */
export function listenInside(pool: pg.Pool, borrow: Borrow): (given: Listen) => Promise<Listening> {
  return async ({ channels, hear, missed }) => {
    const wanted = channels.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join('; ')
    let stopped = false
    const told = ({ channel, payload }: pg.Notification) => {
      if (!stopped && channels.includes(channel)) hear(channel, payload ?? '')
    }
    const heard = new Set<pg.ClientBase>()
    const attach = (client: pg.ClientBase) => {
      heard.add(client)
      client.on('notification', told)
    }
    // A thread that died took its session with it; the next one has to be asked again.
    const again = (client: pg.PoolClient) => {
      attach(client)
      client.query(wanted).then(missed, () => undefined)
    }
    await borrow(async (client) => {
      attach(client)
      await client.query(wanted)
    })
    pool.on('connect', again)
    missed()
    return {
      stop: async () => {
        stopped = true
        for (const client of heard) client.off('notification', told)
        pool.off('connect', again)
      },
    }
  }
}
