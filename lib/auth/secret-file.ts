import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from '#lib/env.ts'
import { looksSecret, newSecret } from './secrets.ts'

/**
 * The key of the short-lived cookies during a sign-in through a provider. Without AUTH_SECRET one is made on first use and
 * kept beside the data, readable by its owner alone; losing it costs whoever is between two pages of a sign-in one more
 * try. Several processes without a shared folder need AUTH_SECRET. It is not derived from DATABASE_URL, because a cookie
 * would then be a way to try database passwords.
 */
export async function authSecret({ AUTH_SECRET, DATA_DIR }: Pick<Env, 'AUTH_SECRET' | 'DATA_DIR'>): Promise<string> {
  if (AUTH_SECRET) return AUTH_SECRET
  const file = path.join(DATA_DIR, 'auth-secret')
  return (await existing(file)) ?? (await make(file))
}

async function make(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const secret = newSecret()
  try {
    await writeFile(file, secret, { flag: 'wx', mode: 0o600 })
    return secret
  } catch (error) {
    // Another process was faster; its secret counts.
    const found = await existing(file)
    if (found) return found
    throw error
  }
}

async function existing(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return looksSecret(text) ? text : null
}
