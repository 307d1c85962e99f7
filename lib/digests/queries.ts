import type { Work } from '#lib/context.ts'
import { shippedSettings } from './model.ts'
import type { MailOut } from './schema.ts'

/** How this person wants to hear by mail. */
export async function getMailSettings({ db }: Pick<Work, 'db'>, personId: string): Promise<MailOut> {
  const select = { pace: true, hour: true, quietFrom: true, quietUntil: true, weekly: true } as const
  return (await db.mailSettings.findUnique({ where: { personId }, select })) ?? shippedSettings
}
