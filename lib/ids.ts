import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/**
 * UUIDv7: sorts by the time it was made, so rows of one moment lie together on disk. A counter follows the time, so
 * that rows one process made within the same moment keep their order.
 */
export function newId(now: Date): string {
  counter = (counter + 1) % 2 ** 26
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (counter & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

let counter = 0

export const Id = z.guid('This is not an id Firebreak made.')

/** The short number in URLs: /postmortems/42. The ceiling is PostgreSQL's integer. */
export const PublicNumber = z.coerce
  .number('This number is not valid.')
  .int('This number is not valid.')
  .min(1, 'This number is not valid.')
  .max(2_147_483_647, 'This number is not valid.')

/** Teams and services are addressed by their slug. */
export const Slug = z
  .string()
  .min(1, 'Give it a short name for its address.')
  .max(60, 'Keep the short name under 60 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens, like "edge-cache".')

export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
  return slug || 'unnamed'
}
