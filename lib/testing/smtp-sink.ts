import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export type Received = { from: string; to: string; data: string }

/** A mail server on loopback that keeps what it is handed. `refuse` makes it answer as one that is out of order. */
export async function smtpSink() {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const state = { refuse: false }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    talk(socket, received, state)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuse: (refuse: boolean) => {
      state.refuse = refuse
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function talk(socket: Socket, received: Received[], state: { refuse: boolean }): void {
  let buffer = ''
  let mail: Received | null = null
  let reading = false
  const say = (text: string) => socket.write(`${text}\r\n`)
  const finish = () => {
    const end = buffer.indexOf('\r\n.\r\n')
    if (end < 0 || !mail) return false
    received.push({ ...mail, data: buffer.slice(0, end) })
    buffer = buffer.slice(end + 5)
    reading = false
    say('250 kept')
    return true
  }
  const answer = (line: string) => {
    const [, address = ''] = /<([^>]*)>/.exec(line) ?? []
    if (state.refuse) return say('451 out of order, try again later')
    if (/^MAIL/i.test(line)) mail = { from: address, to: '', data: '' }
    if (/^RCPT/i.test(line) && mail) mail.to = address
    if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
    reading = /^DATA/i.test(line)
    return say(reading ? '354 go on' : '250 ok')
  }
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8')
    for (;;) {
      if (reading) {
        if (!finish()) return
        continue
      }
      const end = buffer.indexOf('\r\n')
      if (end < 0) return
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      answer(line)
    }
  })
  say('220 sink')
}
