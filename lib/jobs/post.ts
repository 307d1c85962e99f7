import { createTransport } from 'nodemailer'
import type { Post } from '#lib/digests/deliver.ts'

/** Together less than a claim on a digest lasts. */
const CONNECT_MS = 10_000
const ANSWER_MS = 15_000

/** Hands mails to the server of SMTP_URL, one connection each: a digest a day needs no pool that could go stale. */
export function smtpPost({ url, from }: { url: string; from: string }): Post {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    // A mail is made of our own words; nothing in it may read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text, html, messageId, unsubscribe }) => {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${unsubscribe}>` },
    })
  }
}
