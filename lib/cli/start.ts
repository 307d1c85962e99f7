import http from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { inEnvelope } from '#lib/boot/envelope.ts'
import { openAhead } from '#lib/db/embedded/ahead.ts'
import { appOrigin, type Env, readEnv } from '#lib/env.ts'
import { currentServer } from '#lib/server.ts'
import { Sorry } from '#lib/sorry.ts'
import { buildIfChanged, standaloneServer } from './build.ts'
import type { CliCommand } from './cli-command.ts'
import { stopOnSignal } from './stop.ts'

export const start: CliCommand = {
  summary: 'Starts Firebreak, building it first if the sources changed.',
  help: `
Usage: npx firebreak start      (or: npm start)

Settings come from the environment and from the file .env; .env.example explains each.
  PORT           3000
  HOST           127.0.0.1; set 0.0.0.0 to serve other machines
  DATA_DIR       .data, where the embedded database and the backups are
  DATABASE_URL   a PostgreSQL server to use instead of the embedded database
  APP_URL        the address people open`,
  place: 'here',
  run: async (_words, { home, say }) => {
    outliveReaders()
    const env = readEnv()
    if (!process.env.FIREBREAK_PREPARED) await buildIfChanged(home, say)
    await requireFreePort(env)
    if (!env.DATABASE_URL) await openAhead(env.DATA_DIR)
    const server = await serve(env, home)
    stopOnSignal(server, say)
    say(`Firebreak is ready at ${appOrigin(env)}`)
  },
}

/**
 * Whoever reads what is printed may go away, and the server goes on. Without somebody to hear it, the error of writing to
 * nobody would itself be written, and so on for ever.
 */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** Runs Next's standalone server in this process: one process to supervise, and one that receives the signals. */
async function serve(env: Env, home: string): Promise<http.Server> {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Next would end the process with 143 before the database is closed; stop.ts does both in order.
    NEXT_MANUAL_SIG_HANDLE: '1',
    HOSTNAME: env.HOST,
    PORT: String(env.PORT),
    DATA_DIR: env.DATA_DIR,
  })
  const quiet = muteNext()
  const server = captureServer()
  await import(pathToFileURL(standaloneServer(home)).href)
  // A boot that fails prints its sentence and ends the process; there is nothing else to wait for.
  while (!currentServer()) await pause(20)
  quiet.restore()
  takeOverSockets(server())
  return server()
}

/** Next would pass an upgrade on to wherever a rewrite points; nothing here needs that, and 2026 showed what it opens. */
function takeOverSockets(server: http.Server): void {
  server.removeAllListeners('upgrade')
  server.on('upgrade', upgrade)
}

function upgrade(request: http.IncomingMessage, socket: Duplex, head: Buffer): void {
  const running = currentServer()
  if (running) running.upgrade(request, socket, head)
  else socket.destroy()
}

/** Next keeps its server to itself; stopping in order needs it, and so does what stands around Next. */
function captureServer(): () => http.Server {
  const { createServer } = http
  let captured: http.Server | undefined
  const capture = (listener: http.RequestListener) => {
    captured = createServer(inEnvelope(listener))
    // From the first moment: a socket that asks while the database is being opened would otherwise never be answered.
    captured.on('upgrade', upgrade)
    http.createServer = createServer
    return captured
  }
  http.createServer = capture as typeof createServer
  return () => {
    if (!captured) throw new Error('Next did not create a server.')
    return captured
  }
}

/** Next greets with its own address and version before anything works. */
function muteNext(): { restore: () => void } {
  const { log } = console
  console.log = (...words: unknown[]) => {
    const line = stripVTControlCharacters(words.join(' ')).trim()
    if (line && !/^(▲|✓|- (Local|Network):)/.test(line)) log(...words)
  }
  return {
    restore: () => {
      console.log = log
    },
  }
}

async function requireFreePort({ HOST, PORT }: Env): Promise<void> {
  const probe = net.createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new Sorry(cannotListen(error, HOST, PORT))))
    probe.listen(PORT, HOST, () => probe.close(() => resolve()))
  })
}

function cannotListen({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`
    default:
      return `Firebreak cannot listen on ${host}:${port} (${code}). Set HOST to an address of this machine.`
  }
}
