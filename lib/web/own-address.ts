import { headers } from 'next/headers'
import { env } from '#lib/env.ts'

/** Where people open this instance. Without APP_URL it serves one machine, under the name that was asked for. */
export async function ownAddress(): Promise<string> {
  return env().APP_URL?.origin ?? `http://${(await headers()).get('host') ?? 'localhost'}`
}
