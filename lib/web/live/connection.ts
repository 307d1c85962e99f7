import { randomUUID } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import { type PersonActor, settingsOf } from '#lib/actor.ts'
import { actorOfSession } from '#lib/auth/sessions.ts'
import { type Context, read } from '#lib/context.ts'
import type { Database } from '#lib/db/client.ts'
import { answer } from '#lib/documents/answer.ts'
import type { Sittings } from '#lib/documents/push.ts'
import { listSections } from '#lib/documents/queries.ts'
import { ClientMessage, closing, type ServerMessage } from '#lib/documents/schema.ts'
import { log } from '#lib/log.ts'
import { contextOn } from '#lib/server.ts'
import { type Admitted, editable } from './admit.ts'
import type { Hub } from './hub.ts'

/**
 * Who was signed out, or lost access, loses the socket within this time, without typing or while typing. Row-level
 * security looks at every single push besides.
 */
export const LOOK_AGAIN = { idleMs: 10_000, typingMs: 5_000 }
/** A browser that does not read is let go; it comes back and catches up. */
const UNREAD_MAX = 4_000_000
/** A fast typist makes fifteen changes a second, sent together; a paste or a replayed hour is one message. */
const MESSAGES = { most: 120, perSecond: 40 }
const GOODBYE_MS = 2_000

export type Connection = { personId: string; ping: () => void; hangUp: () => Promise<void> }
type Given = { database: Database; hub: Hub; sitting: Sittings; admitted: Admitted; lookAgain: typeof LOOK_AGAIN }

/** One browser tab with one document open. Its messages are answered one after the other. */
export function connect(socket: WebSocket, { database, hub, sitting, admitted, lookAgain: pace }: Given): Connection {
  const { document, token } = admitted
  const { number } = document
  const id = randomUUID()
  let actor: PersonActor = admitted.actor
  let lookedAt = performance.now()
  let answered = true
  let work: Promise<void> = Promise.resolve()
  const spend = bucket()

  const send = (message: ServerMessage) => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > UNREAD_MAX) return socket.terminate()
    socket.send(JSON.stringify(message))
  }
  const context = (): Context => ({
    ...contextOn(database, actor, { now: new Date() }),
    transaction: (run) => database.shared(settingsOf(actor), run),
  })
  const member = { id, send }
  const room = hub.enter(document.id, member)

  /** False, and the connection ended, when this person may no longer be here. */
  const lookAgain = async (looking: boolean): Promise<boolean> => {
    const found = await actorOfSession(database, { token, now: new Date(), looking })
    const still = found && found.personId === actor.personId ? await editable(database, { actor: found, number }) : 401
    if (typeof still === 'number' || !found) {
      socket.close(still === 401 ? closing.signedOut : closing.mayNotEdit)
      return false
    }
    actor = found
    lookedAt = performance.now()
    return true
  }

  const respond = async (message: ClientMessage): Promise<void> => {
    if (message.kind === 'place') return hub.presence.moved(room, id, message.place)
    if (performance.now() - lookedAt > pace.typingMs && !(await lookAgain(message.kind !== 'push'))) return
    const { messages, taken, told = [], ended } = await answer(context(), message, { document, sitting })
    if (ended) return socket.close(ended === 'signed_out' ? closing.signedOut : closing.mayNotEdit)
    for (const { key, version } of told) hub.joined(room, key, version)
    if (taken && message.kind === 'push') hub.taken({ key: message.key, ...taken })
    for (const each of messages) send(each)
  }
  const failed = (error: unknown) => {
    log('error', 'A message on a socket failed', { subjectId: document.id, actorId: actor.personId, error })
    // It comes back, and sends again what was not answered.
    socket.close(1011)
  }
  const receive = (data: RawData, binary: boolean) => {
    const message = binary ? undefined : parsed(data)
    if (!message) return socket.close(1008)
    if (!spend()) return socket.close(closing.tooMuch)
    work = work.then(() => (socket.readyState === socket.OPEN ? respond(message) : undefined)).catch(failed)
  }

  const look = setInterval(() => {
    work = work.then(() => void lookAgain(true)).catch(failed)
  }, pace.idleMs)
  look.unref()
  socket.on('message', receive)
  socket.on('pong', () => {
    answered = true
  })
  socket.on('error', () => undefined)
  socket.once('close', () => {
    clearInterval(look)
    hub.leave(room, member)
  })
  work = read(context(), (work) => listSections(work, document.id)).then((sections) => {
    send({ kind: 'welcome', connection: id, sections })
    hub.presence.arrived(room, { connection: id, personId: actor.personId, name: actor.name, place: null })
  }, failed)

  return {
    personId: actor.personId,
    ping: () => {
      if (!answered) return socket.terminate()
      answered = false
      socket.ping()
    },
    // What was sent before is written down and told first.
    hangUp: async () => {
      await work
      socket.close(closing.restarting)
      setTimeout(() => socket.terminate(), GOODBYE_MS).unref()
    },
  }
}

function parsed(data: RawData): ClientMessage | undefined {
  try {
    return ClientMessage.safeParse(JSON.parse(data.toString())).data
  } catch {
    return undefined
  }
}

function bucket(): () => boolean {
  let left = MESSAGES.most
  let at = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(MESSAGES.most, left + ((now - at) / 1000) * MESSAGES.perSecond) - 1
    at = now
    return left >= 0
  }
}
