import { Duplex } from 'node:stream'

/** What the stream does with the bytes it is given. */
type Wire = { open(): Promise<void>; write(data: Uint8Array<ArrayBuffer>): void }

/** A stand-in for the socket of a `pg` client: `connect` opens the wire, and `opened` is called when it answered. */
export function createWireStream(wire: Wire): { duplex: Duplex; opened: () => void } {
  const duplex = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      wire.write(new Uint8Array(chunk))
      done()
    },
    // The client corks the messages of one query; sending them together saves a trip between threads for each.
    writev(chunks, done) {
      wire.write(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))))
      done()
    },
    final(done) {
      done()
      this.push(null)
    },
  })
  const socket = Object.assign(duplex, {
    connect() {
      wire.open().catch((error: Error) => duplex.destroy(error))
      return socket
    },
    setNoDelay: () => socket,
    setKeepAlive: () => socket,
    ref: () => socket,
    unref: () => socket,
  })
  return { duplex: socket, opened: () => socket.emit('connect') }
}
