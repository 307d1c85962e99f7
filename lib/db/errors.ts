import { Prisma } from '#prisma/client/client.ts'
import type { Problem } from '../problem.ts'

/** What a database error means to the person who asked, or undefined when it is a bug. */
export function problemFromDatabase(error: unknown): Problem | undefined {
  const state = sqlState(error)
  if (state === '23505') return { kind: 'conflict', message: 'That already exists.' }
  if (state === '40001' || state === '40P01') {
    return { kind: 'conflict', message: 'Somebody else changed this at the same moment. Try again.' }
  }
  if (state === '53100') return unavailable('The disk is full, so nothing can be saved. Reading still works.')
  if (state && BUSY.has(state)) return unavailable('The database is busy. Try again in a moment.')
  if ((state && AWAY.test(state)) || lostConnection(error)) {
    return unavailable('The database is not answering. Try again in a moment.')
  }
  return undefined
}

/** The five-character PostgreSQL code, from the driver or from whatever Prisma made of it. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return cause(error)?.originalCode ?? STATE_OF_PRISMA_CODE[error.code] ?? text(error.meta?.code)
  }
  const code = cause(error)?.originalCode ?? property(error, 'code')
  return code?.length === 5 ? code : undefined
}

// Canceled by statement_timeout, lock not available, too many connections, idle in transaction for too long.
const BUSY = new Set(['57014', '55P03', '53300', '25P03'])
// Connection exceptions and an operator who stops the server.
const AWAY = /^(08|57P)/

/** Prisma's own codes, where they do not carry the driver's. */
const STATE_OF_PRISMA_CODE: Record<string, string> = {
  P1001: '08001',
  P1002: '08001',
  P1008: '57014',
  P1017: '08006',
  P2002: '23505',
  P2024: '53300',
  P2028: '57014',
  P2034: '40001',
  P2037: '53300',
}

const LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'ENOENT', 'ENOTFOUND'])

function lostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  const syscall = property(error, 'syscall')
  if (syscall && LOST.has(property(error, 'code') ?? '')) return true
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
}

const unavailable = (message: string): Problem => ({ kind: 'unavailable', message })

type Cause = { originalCode?: string }

/** The adapter's own error sits in `meta` of Prisma's, or is the error itself when a transaction could not begin. */
function cause(error: unknown): Cause | undefined {
  const adapter = error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error
  const found = adapter instanceof Error ? adapter.cause : undefined
  return typeof found === 'object' && found !== null ? found : undefined
}

function property(error: unknown, name: 'code' | 'syscall'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  return text(Object.getOwnPropertyDescriptor(error, name)?.value)
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
