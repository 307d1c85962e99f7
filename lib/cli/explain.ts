import { isSorry } from '#lib/sorry.ts'

/** What PostgreSQL and the network say when somebody is connecting for the first time, and what helps. */
const sentences: Record<string, string> = {
  ECONNREFUSED: 'No PostgreSQL server answers at the address in DATABASE_URL. Start it, or correct the address.',
  ENOTFOUND: 'The host name in DATABASE_URL is not known here. Correct it.',
  ETIMEDOUT: 'The PostgreSQL server in DATABASE_URL does not answer. Check the address and the firewall.',
  '28P01': 'The PostgreSQL server does not accept the password in DATABASE_URL. Correct it.',
  '28000': 'The PostgreSQL server does not let the user in DATABASE_URL in. Check its pg_hba.conf.',
  '3D000':
    'The database named in DATABASE_URL does not exist. Make it once: create database firebreak owner firebreak;',
  '42501':
    'The user in DATABASE_URL may not make tables in its database. Make it the owner, once: alter database firebreak owner to firebreak;',
  '0A000': 'The PostgreSQL server is too old for Firebreak, which needs version 15 or newer.',
}

/** One sentence where one is enough; everything there is to know about a fault of ours. */
export function explained(error: unknown): unknown {
  if (isSorry(error)) return error.message
  return sentences[codeOf(error) ?? ''] ?? error
}

/** Node tries every address of a name and reports one error that holds the others. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return codeOf(error.cause)
}
