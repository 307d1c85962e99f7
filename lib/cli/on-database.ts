import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { readEnv } from '#lib/env.ts'
import { askServer, reachServer } from './admin-client.ts'
import type { CliCommand, Surroundings } from './cli-command.ts'

/** Runs a command where the data is: in the running server if that has the embedded database open, otherwise here. */
export async function onDatabase(name: string, command: CliCommand, words: string[]): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = readEnv()
  const input = command.readsInput?.(words) ? await readAll(process.stdin) : ''
  const server = DATABASE_URL ? undefined : await reachServer(DATA_DIR)
  if (server) return askServer(server, { command: name, words, folder: process.cwd(), input }, console.log)

  let opened: Promise<Database> | undefined
  const surroundings: Surroundings = {
    home: process.env.FIREBREAK_HOME ?? process.cwd(),
    folder: process.cwd(),
    dataDirectory: DATA_DIR,
    input,
    say: console.log,
    database: () => {
      opened ??= openHere(DATABASE_URL ? { url: DATABASE_URL } : { dataDirectory: DATA_DIR })
      return opened
    },
  }
  try {
    await command.run(words, surroundings)
  } finally {
    await (await opened?.catch(() => undefined))?.close()
  }
}

async function openHere(options: { url: string } | { dataDirectory: string }): Promise<Database> {
  const database = await openDatabase(options)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const piece of stream) text += piece
  return text
}
