import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Actor, settingsOf } from './actor.ts'
import type { Context } from './context.ts'
import type { Database } from './db/client.ts'

/** The one process-wide state: the opened database, and whether to send people here. */
export type Server = {
  database: Database
  /** Starting and stopping servers answer what they must, and ask for nothing new. */
  state: 'ready' | 'stopping'
  stop: () => Promise<void>
  /** Takes over a connection that asks to become a socket. Next answers requests only. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Lets go of sockets, which would otherwise keep a stopping server waiting. */
  hangUp: () => Promise<void>
}

// Next compiles pages, routes and instrumentation into separate bundles, each with its own modules; only this is shared.
const KEY = Symbol.for('firebreak.server')
const shared = globalThis as { [KEY]?: Server }

/** Undefined until instrumentation has opened the database. */
export const currentServer = (): Server | undefined => shared[KEY]

export function setServer(server: Server): void {
  shared[KEY] = server
}

export function database(): Database {
  const server = currentServer()
  if (!server) throw new Error('The database is not open yet: instrumentation.ts opens it before the first request.')
  return server.database
}

type Moment = { now?: Date; requestId?: string }

/** What a request knows, for whoever asks. */
export const contextFor = (actor: Actor, moment?: Moment): Context => contextOn(database(), actor, moment)

/** The same on a database of one's own: the command line and tests. */
export function contextOn(database: Database, actor: Actor, moment: Moment = {}): Context {
  const { now = new Date(), requestId = randomUUID() } = moment
  return {
    actor,
    now,
    requestId,
    transaction: (run) =>
      actor.kind === 'system' ? database.asOwner(run) : database.transaction(settingsOf(actor), run),
  }
}
