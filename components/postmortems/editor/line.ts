import type { ClientMessage, ServerMessage } from '#lib/documents/schema.ts'

/** The way to the server. Anything that carries messages both ways in order will do. */
export type Line = {
  send: (message: ClientMessage) => void
  hangUp: () => void
  /** Tells nothing by itself: news has to be asked for. */
  mute?: boolean
}

export type LineEvents = { opened: () => void; heard: (message: ServerMessage) => void; closed: (code: number) => void }

export type Dial = (events: LineEvents) => Line

type SocketLike = Pick<WebSocket, 'send' | 'close' | 'readyState' | 'onopen' | 'onmessage' | 'onclose' | 'onerror'>

/** A WebSocket to the address this page came from. */
export const dialSocket =
  (number: number): Dial =>
  (events) => {
    const { protocol, host } = window.location
    return overSocket(
      new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live/postmortems/${number}`),
      events,
    )
  }

export function overSocket(socket: SocketLike, { opened, heard, closed }: LineEvents): Line {
  let over = false
  const end = (code: number) => {
    if (over) return
    over = true
    closed(code)
  }
  socket.onopen = () => opened()
  socket.onmessage = ({ data }) => {
    if (!over) heard(JSON.parse(String(data)))
  }
  socket.onclose = ({ code }) => end(code)
  socket.onerror = () => undefined
  return {
    send: (message) => {
      if (socket.readyState === 1) socket.send(JSON.stringify(message))
    },
    hangUp: () => {
      socket.close()
      // Without a network a socket takes half a minute to notice that it was closed.
      end(1000)
    },
  }
}

/** What a server action answers: messages, or why there are none. */
export type Exchange = (messages: ClientMessage[]) => Promise<ServerMessage[] | 'signed_out' | 'may_not'>

/** As many as the server reads from one request. */
const AT_ONCE_MAX = 20

/**
 * The same conversation in single requests, for networks whose proxies let no socket through. Slower, and without the
 * cursors of others; nothing typed depends on a socket.
 */
export const dialRequests =
  (exchange: Exchange): Dial =>
  ({ opened, heard, closed }) => {
    let over = false
    const waiting: ClientMessage[] = []
    let asking = false
    const end = (code: number) => {
      if (over) return
      over = true
      closed(code)
    }
    const ask = async () => {
      if (asking || over) return
      asking = true
      while (waiting.length > 0 && !over) {
        const taken = waiting.splice(0, AT_ONCE_MAX)
        const messages = taken.filter(({ kind }) => kind !== 'place')
        const answer = messages.length > 0 ? await exchange(messages).catch(() => undefined) : []
        if (answer === undefined) end(1006)
        else if (typeof answer === 'string') end(answer === 'signed_out' ? 4401 : 4403)
        else for (const message of answer) if (!over) heard(message)
      }
      asking = false
    }
    queueMicrotask(() => {
      opened()
      if (!over) heard({ kind: 'welcome', connection: '', sections: [] })
    })
    return {
      mute: true,
      send: (message) => {
        waiting.push(message)
        void ask()
      },
      hangUp: () => end(1000),
    }
  }
