import type net from 'node:net'
import { type AdminReply, AdminRequest } from '#lib/cli/admin-client.ts'
import type { CliCommand } from '#lib/cli/cli-command.ts'
import type { Database } from '#lib/db/client.ts'
import { linesOf } from '#lib/lines.ts'
import { isSorry } from '#lib/sorry.ts'

type Options = { database: Database; dataDirectory: string; home: string; commands: Record<string, CliCommand> }

/**
 * Lets the command line work on an embedded database that this process has open. The socket is also the lock on the data
 * directory, and who may write to it may read the data anyway, so there is no further key.
 */
export function answerAdministrators(server: net.Server, options: Options): void {
  server.on('connection', (connection) => {
    // A second process that looks whether this one lives connects, says nothing and is gone.
    connection.on('error', () => undefined)
    converse(connection, options).catch(() => connection.destroy())
  })
}

async function converse(connection: net.Socket, options: Options): Promise<void> {
  const send = (reply: AdminReply) => connection.write(`${JSON.stringify(reply)}\n`)
  send({ hello: true })
  for await (const line of linesOf(connection)) {
    try {
      await obey(AdminRequest.parse(JSON.parse(line)), options, (text) => send({ say: text }))
      send({ done: true })
    } catch (error) {
      if (!isSorry(error)) console.error(error)
      send({ sorry: isSorry(error) ? error.message : `That did not work: ${error}` })
    }
    connection.end()
  }
}

async function obey(request: AdminRequest, options: Options, say: (line: string) => void): Promise<void> {
  const { command: name, words, folder, input } = request
  const { database, dataDirectory, home, commands } = options
  const command = commands[name]
  if (!command) throw new Error(`the server does not know "${name}"`)
  await command.run(words, { home, folder, dataDirectory, input, say, database: async () => database })
}
