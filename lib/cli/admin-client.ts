import type net from 'node:net'
import { z } from 'zod'
import { connectToOwner } from '#lib/db/embedded/owner-lock.ts'
import { linesOf } from '#lib/lines.ts'
import { Sorry } from '#lib/sorry.ts'

/** One line of JSON from the command line; the socket is writable by the server's own user alone. */
export const AdminRequest = z.strictObject({
  command: z.string(),
  words: z.array(z.string()),
  folder: z.string(),
  input: z.string(),
})
export type AdminRequest = z.output<typeof AdminRequest>

/** Lines of JSON back: a greeting, what to print, then how it ended. */
export const AdminReply = z.union([
  z.strictObject({ hello: z.literal(true) }),
  z.strictObject({ say: z.string() }),
  z.strictObject({ done: z.literal(true) }),
  z.strictObject({ sorry: z.string() }),
])
export type AdminReply = z.output<typeof AdminReply>

type Conversation = { socket: net.Socket; lines: AsyncGenerator<string> }

/** A first start makes a database, which takes some seconds; recovery after a crash may as well. */
const ATTEMPTS = 30
const GREETING_MS = 1_000

/** The server that has this data directory open, or undefined when none has. Waits for one that is just starting. */
export async function reachServer(dataDirectory: string): Promise<Conversation | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const socket = await connectToOwner(dataDirectory).catch(() => undefined)
    if (!socket) return undefined
    // Errors come out of the lines as well; without a listener the same one would end the process.
    socket.on('error', () => undefined)
    const lines = linesOf(socket)
    if (await greets(lines)) return { socket, lines }
    socket.destroy()
  }
  throw new Sorry(
    'Another Firebreak has the data directory open and does not answer. Is it another command? Try again soon.',
  )
}

async function greets(lines: AsyncGenerator<string>): Promise<boolean> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, GREETING_MS))
  const first = await Promise.race([lines.next().catch(() => undefined), late])
  return typeof first?.value === 'string'
}

/** Has the running server do it, printing what it says as it comes. */
export async function askServer({ socket, lines }: Conversation, request: AdminRequest, say: (line: string) => void) {
  socket.write(`${JSON.stringify(request)}\n`)
  try {
    for await (const line of lines) {
      const reply = AdminReply.parse(JSON.parse(line))
      if ('done' in reply) return
      if ('sorry' in reply) throw new Sorry(reply.sorry)
      if ('say' in reply) say(reply.say)
    }
  } finally {
    socket.destroy()
  }
  throw new Sorry('The server stopped before it was done. Look at its log, and try again.')
}
