import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Database } from '#lib/db/client.ts'
import { sittings } from '#lib/documents/push.ts'
import type { Env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { type Admitted, admit, TurnedAway } from './admit.ts'
import { type Connection, connect, LOOK_AGAIN } from './connection.ts'
import { startHub } from './hub.ts'

/** A section of the longest kind pasted whole, written as JSON in the widest characters. */
const MESSAGE_MAX = 1_000_000
/** A person's tabs and machines. */
const PER_PERSON_MAX = 30
/** What one process of the embedded size carries; past it editors save by themselves from time to time. */
const CONNECTIONS_MAX = 1_000
const PING_MS = 20_000

export type Live = {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  hangUp: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Sockets for those who write. The browser asks for one with its session; from then on the two ends speak the messages of
 * lib/documents/schema.ts. Next has no such handlers yet; when it has, they take the place of `upgrade`.
 */
export async function startLive(database: Database, env: Env, lookAgain = LOOK_AGAIN): Promise<Live> {
  const hub = await startHub(database)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX, perMessageDeflate: false })
  const connections = new Set<Connection>()
  const sitting = sittings()
  let stopping = false

  const open = (socket: WebSocket, admitted: Admitted) => {
    const connection = connect(socket, { database, hub, sitting, admitted, lookAgain })
    connections.add(connection)
    socket.once('close', () => connections.delete(connection))
  }
  const enter = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (stopping || connections.size >= CONNECTIONS_MAX) throw new TurnedAway(503)
    const admitted = await admit(request, { database, env, now: new Date() })
    // Who was let in while everybody was asked to leave would never be asked.
    if (stopping) throw new TurnedAway(503)
    const own = [...connections].filter(({ personId }) => personId === admitted.actor.personId)
    if (own.length >= PER_PERSON_MAX) throw new TurnedAway(429)
    if (!socket.destroyed) sockets.handleUpgrade(request, socket, head, (opened) => open(opened, admitted))
  }
  const ping = setInterval(() => {
    for (const connection of connections) connection.ping()
  }, PING_MS)
  ping.unref()

  const hangUp = async () => {
    stopping = true
    await Promise.all([...connections].map((connection) => connection.hangUp()))
  }
  return {
    upgrade: (request, socket, head) => {
      const ignore = () => socket.destroy()
      socket.on('error', ignore)
      enter(request, socket, head).catch((error: unknown) => turnAway(socket, error))
    },
    hangUp,
    stop: async () => {
      clearInterval(ping)
      await hangUp()
      await hub.stop()
    },
  }
}

const reasons: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
}

function turnAway(socket: Duplex, error: unknown): void {
  const status = error instanceof TurnedAway ? error.status : 503
  if (!(error instanceof TurnedAway)) log('error', 'A socket could not be opened', { error })
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Service Unavailable'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
