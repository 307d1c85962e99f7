import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '#lib/problem.ts'
import { isCommonPassword } from './common-passwords.ts'

/** Long enough to withstand guessing through the sign-in form; no rules about characters, which only make people reuse. */
export const NewPassword = z
  .string('Choose a password.')
  .min(10, 'Use at least 10 characters. A few words in a row are easy to remember.')
  // Beyond this a password is a file; the hash would not get stronger.
  .max(200, 'Use at most 200 characters.')
  .refine(
    (password) => !isCommonPassword(password),
    'This password is among the first that attackers try. Choose another.',
  )

/** A password somebody types to prove who they are: it may be from a time with other rules. */
export const GivenPassword = z
  .string('Type your password.')
  .min(1, 'Type your password.')
  .max(200, 'Use at most 200 characters.')

/** 32 MiB and about a quarter of a second on a small server: costly for a guesser, bearable for a person. */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const KEY_BYTES = 32

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Unknown people get the same work as known ones, so that the time of the answer does not tell who has an account. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { salt, key, ...parameters } = parseHash(stored ?? NOBODY)
  const derived = await derive(password, salt, parameters)
  return stored !== null && derived.length === key.length && timingSafeEqual(derived, key)
}

const NOBODY = `scrypt$${cost.N}$${cost.r}$${cost.p}$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(KEY_BYTES).toString('base64url')}`

function parseHash(stored: string) {
  const [kind, N, r, p, salt = '', key = ''] = stored.split('$')
  if (kind !== 'scrypt') throw new Error('A password hash of an unknown kind is stored.')
  return {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}

function derive(password: string, salt: Buffer, parameters: ScryptOptions): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        // NFKC, so that the same keys typed on another system give the same password.
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...parameters, maxmem: 2 ** 26 }, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}

/** Two at a time: they share four threads with files and name lookups, and each takes 32 MiB. */
const AT_ONCE = 2
/** Twenty waiting is two and a half seconds; whoever comes then is asked to come again. */
const QUEUE = 20

type Turns = { running: number; waiting: (() => void)[] }

// The bundler may load this file more than once; the limit is for the process.
const shared = globalThis as typeof globalThis & { firebreakPasswordTurns?: Turns }
shared.firebreakPasswordTurns ??= { running: 0, waiting: [] }
const turns = shared.firebreakPasswordTurns

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (turns.running < AT_ONCE) turns.running++
  else if (turns.waiting.length < QUEUE) await new Promise<void>((resolve) => turns.waiting.push(resolve))
  else refuse({ kind: 'limited', retryAfterSeconds: 5 })
  try {
    return await run()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running--
  }
}
