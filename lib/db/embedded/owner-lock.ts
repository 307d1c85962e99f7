import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { createDataDirectory } from './data-directory.ts'

/** Holding it means being the only process on the data directory. Command-line tools reach the owner through `server`. */
export type Ownership = { server: net.Server; release(): Promise<void> }

/** A socket longer than this is cut or refused by the kernel: `sun_path` holds 108 bytes on Linux and 104 on macOS. */
const SOCKET_PATH_BYTES = 100
const CLAIM_ATTEMPTS = 40
const CLAIM_PAUSE_MS = 20
/** A claim lives for milliseconds. Dead this many looks in a row, its process was killed in the middle of them. */
const DEAD_LOOKS = 5

const socketPath = (dataDirectory: string) => path.join(dataDirectory, 'firebreak.sock')

/**
 * The lock is a listening socket, because the kernel closes it however its process dies; a file with a pid in it lies after
 * a crash. A dead socket is replaced under a second, short-lived one, so that of many starters exactly one gets through.
 */
export async function acquireOwnership(dataDirectory: string): Promise<Ownership> {
  await createDataDirectory(dataDirectory)
  if (process.platform === 'win32') return acquirePipe(dataDirectory)

  const lock = socketPath(dataDirectory)
  if (await alive(lock)) throw taken(dataDirectory)
  const claim = await acquireClaim(`${lock}.claim`, dataDirectory)
  try {
    if (await alive(lock)) throw taken(dataDirectory)
    fs.writeFileSync(pidFile(dataDirectory), `${process.pid}\n`, { mode: 0o600 })
    const { server, name } = await listenUnnamed(lock)
    const { ino } = fs.lstatSync(name)
    fs.renameSync(name, lock)
    return { server, release: () => release(server, lock, ino) }
  } finally {
    fs.rmSync(`${lock}.claim`, { force: true })
    claim.close()
  }
}

/** Connects to the owner of a data directory. Rejects when there is none. */
export function connectToOwner(dataDirectory: string): Promise<net.Socket> {
  return connect(process.platform === 'win32' ? pipeName(dataDirectory) : socketPath(dataDirectory))
}

async function acquireClaim(claim: string, dataDirectory: string): Promise<net.Server> {
  const { server, name } = await listenUnnamed(claim)
  try {
    await waitForName(name, claim, dataDirectory)
    return server
  } catch (error) {
    server.close()
    throw error
  } finally {
    fs.rmSync(name, { force: true })
  }
}

async function waitForName(name: string, claim: string, dataDirectory: string): Promise<void> {
  let dead = { ino: 0, looks: 0 }
  for (let attempt = 0; attempt < CLAIM_ATTEMPTS; attempt++) {
    try {
      return fs.linkSync(name, claim)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const ino = inode(claim)
    if (ino === undefined || (await alive(claim))) dead = { ino: 0, looks: 0 }
    else dead = { ino, looks: dead.ino === ino ? dead.looks + 1 : 1 }
    if (dead.looks >= DEAD_LOOKS && inode(claim) === dead.ino) fs.rmSync(claim, { force: true })
    else await pause(CLAIM_PAUSE_MS)
  }
  throw taken(dataDirectory)
}

/** Listening before it gets the name it is looked up by: whoever finds it there finds it alive. */
async function listenUnnamed(socket: string): Promise<{ server: net.Server; name: string }> {
  const name = `${socket}.${process.pid}-${randomBytes(4).toString('hex')}`
  const server = await listen(name)
  fs.chmodSync(name, 0o600)
  return { server, name }
}

async function release(server: net.Server, lock: string, ino: number): Promise<void> {
  if (inode(lock) === ino) fs.rmSync(lock, { force: true })
  await new Promise((resolve) => server.close(resolve))
}

/** A pipe's name disappears with its process, so there is nothing stale to clear away. */
async function acquirePipe(dataDirectory: string): Promise<Ownership> {
  try {
    const server = await listen(pipeName(dataDirectory))
    fs.writeFileSync(pidFile(dataDirectory), `${process.pid}\n`)
    return { server, release: () => new Promise((resolve) => void server.close(() => resolve())) }
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw taken(dataDirectory)
    throw error
  }
}

function taken(dataDirectory: string): CannotStart {
  const pid = readPid(dataDirectory)
  return new CannotStart(
    `Another Firebreak${pid ? ` (process ${pid})` : ''} is using the data directory ${dataDirectory}. Stop it first, or set DATA_DIR to another place.`,
  )
}

async function alive(socket: string): Promise<boolean> {
  try {
    const connection = await connect(socket)
    connection.destroy()
    return true
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED' || codeOf(error) === 'ENOENT') return false
    // A full queue, a missing permission: there is somebody, or there may be.
    return true
  }
}

function connect(socket: string): Promise<net.Socket> {
  return throughShortPath(socket, (name) => {
    const connection = net.connect(name)
    return settled(connection, 'connect')
  })
}

function listen(socket: string): Promise<net.Server> {
  return throughShortPath(socket, (name) => {
    const server = net.createServer()
    // Somebody who only looked whether we live hangs up at once.
    server.on('connection', (connection) => connection.on('error', () => undefined))
    server.listen(name)
    // The lock alone does not keep a finished process alive.
    server.unref()
    return settled(server, 'listening')
  })
}

function settled<T extends net.Socket | net.Server>(emitter: T, success: 'connect' | 'listening'): Promise<T> {
  return new Promise((resolve, reject) => {
    emitter.once('error', reject)
    emitter.once(success, () => {
      emitter.off('error', reject)
      resolve(emitter)
    })
  })
}

/** A long path is reached through a short link to its folder, so that the socket is in the data directory all the same. */
async function throughShortPath<T>(socket: string, use: (name: string) => Promise<T>): Promise<T> {
  if (process.platform === 'win32' || Buffer.byteLength(socket) <= SOCKET_PATH_BYTES) return use(socket)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'firebreak-'))
  try {
    fs.symlinkSync(path.resolve(path.dirname(socket)), path.join(folder, 'd'))
    return await use(path.join(folder, 'd', path.basename(socket)))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const pidFile = (dataDirectory: string) => path.join(dataDirectory, 'firebreak.pid')

function readPid(dataDirectory: string): string | undefined {
  try {
    return fs.readFileSync(pidFile(dataDirectory), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

function pipeName(dataDirectory: string): string {
  const id = createHash('sha256').update(fs.realpathSync(dataDirectory)).digest('hex').slice(0, 32)
  return `\\\\.\\pipe\\firebreak-${id}`
}

function inode(name: string): number | undefined {
  return fs.lstatSync(name, { throwIfNoEntry: false })?.ino
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
