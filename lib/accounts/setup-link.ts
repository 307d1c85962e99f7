import { hashSecret, newSecret } from '#lib/auth/secrets.ts'
import type { Db } from '#lib/context.ts'
import { SETUP_LINK_MS } from './model.ts'

/**
 * The one-time link that makes the first administrator, or null when there is one already. A new link replaces the one
 * before. It is printed where only the person who runs the instance can read it, so the first visitor cannot take over.
 */
export async function issueSetupLink(db: Db, now: Date): Promise<string | null> {
  if (await db.organization.findUnique({ where: { id: 1 }, select: { id: true } })) return null
  const token = newSecret()
  const link = { tokenHash: hashSecret(token), expiresAt: new Date(now.getTime() + SETUP_LINK_MS) }
  await db.setupLink.upsert({ where: { id: 1 }, create: { id: 1, ...link }, update: link })
  return `/setup?token=${token}`
}

/** Whether the link still opens something. Looking does not use it up. */
export async function isSetupLink(db: Db, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const link = await db.setupLink.findUnique({ where: { id: 1 } })
  return link !== null && link.tokenHash === hashSecret(token) && link.expiresAt > now
}
