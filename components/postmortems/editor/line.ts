import type { ClientMessage, ServerMessage } from '#lib/documents/schema.ts'

/** The way to the server. Anything that carries messages both ways in order will do. */
export type Line = { send: (message: ClientMessage) => void; hangUp: () => void }

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
