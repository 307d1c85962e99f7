import { z } from 'zod'
import { Id } from '#lib/ids.ts'
import { PageInput } from '#lib/page.ts'

const Read = z.stringbool().or(z.boolean())

export const ListNotificationsInput = PageInput.extend({
  /** Only those not read yet. */
  unread: Read.optional(),
})
export const MarkNotificationInput = z.strictObject({ id: Id, read: Read })
/** Everything that was there up to this moment, so that what arrives meanwhile stays unread. */
export const MarkInboxInput = z.strictObject({ until: z.iso.datetime({ offset: true, error: 'Say until when.' }) })
export const MarkedOut = z.strictObject({ marked: z.number() })

export const NotificationOut = z.strictObject({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  says: z.string(),
  readAt: z.string().nullable(),
  subject: z.strictObject({ href: z.string(), label: z.string() }).nullable(),
})
export type NotificationOut = z.output<typeof NotificationOut>
