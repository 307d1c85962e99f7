import { createHash } from 'node:crypto'

export type DigestLine = {
  says: string
  /** What it is about, or null where only those who sign in may know. */
  label: string | null
  href: string
  /** Ways to answer it, each a page that asks once more: mail scanners open links. */
  answers: { label: string; href: string }[]
}

export type Mail = { subject: string; text: string; html: string }

const LINES_MAX = 60

/** The words of a digest: plain text first, and the same as HTML that needs no pictures and no style sheet. */
export function writeDigest({
  name,
  lines,
  origin,
  urgent = false,
}: {
  name: string
  lines: readonly DigestLine[]
  origin: string
  urgent?: boolean
}): Mail {
  const shown = lines.slice(0, LINES_MAX)
  const more = lines.length - shown.length
  const [things, wait] = lines.length === 1 ? ['One thing', 'waits'] : [`${lines.length} things`, 'wait']
  const subject = urgent ? `${things} in Firebreak cannot wait` : `${things} ${wait} for you in Firebreak`
  const rest = more > 0 ? `And ${more} more in your inbox.` : ''
  const foot = 'You get one mail a day at most, and at once what cannot wait. How often and when is up to you:'
  const settings = `${origin}/settings/mail`
  return {
    subject,
    text: [
      `Hello ${name},`,
      ...shown.map((line) => asText(line, origin)),
      ...[rest, `Your inbox: ${origin}/inbox`, `${foot} ${settings}`].filter(Boolean),
    ].join('\n\n'),
    html: [
      `<p>Hello ${escaped(name)},</p>`,
      ...shown.map((line) => asHtml(line, origin)),
      rest && `<p>${rest}</p>`,
      `<p><a href="${escaped(`${origin}/inbox`)}">Your inbox</a></p>`,
      `<p style="color:#666;font-size:90%">${foot} <a href="${escaped(settings)}">mail settings</a></p>`,
    ]
      .filter(Boolean)
      .join('\n'),
  }
}

/** The same digest has the same id however often it is handed over, so a mail system can tell a repeat. */
export const messageId = (digestId: string, origin: string): string =>
  `<${createHash('sha256').update(digestId).digest('hex').slice(0, 32)}@${new URL(origin).hostname}>`

const closed = 'A restricted record; sign in to read it'

function asText({ says, label, href, answers }: DigestLine, origin: string): string {
  const ways = answers.map((answer) => `  ${answer.label}: ${origin}${answer.href}`)
  return [label ?? closed, says, `${origin}${href}`, ...ways].join('\n')
}

function asHtml({ says, label, href, answers }: DigestLine, origin: string): string {
  const link = (to: string, words: string) => `<a href="${escaped(origin + to)}">${escaped(words)}</a>`
  const ways = answers.map((answer) => link(answer.href, answer.label)).join(' &middot; ')
  return `<p><b>${link(href, label ?? closed)}</b><br>${escaped(says)}${ways && `<br>${ways}`}</p>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
