import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: nothing to guess, so a plain hash protects them in a stolen database. */
export const newSecret = () => randomBytes(32).toString('base64url')

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** What `newSecret` makes. Anything else cannot be one, and is not worth a question to the database. */
export const looksSecret = (value: string | undefined): value is string =>
  value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value)
