import { openMarks } from '#lib/postmortems/marks.ts'

export const findingKinds = {
  person: 'The name of a person. Say the role, or leave it out.',
  mail: 'An e-mail address or a handle.',
  host: 'The name of a machine or an internal domain.',
  address: 'A network address.',
  link: 'A link that customers cannot open.',
  ticket: 'A number of a record that customers cannot look up.',
  unknown: 'Something is still open here.',
} as const
export type FindingKind = keyof typeof findingKinds
/** `key` stands for the same words wherever they are, so an answer holds in the next revision too. */
export type Finding = { key: string; kind: FindingKind; text: string; answer: string | null }

export type Surroundings = {
  /** Of everybody here, whole. */
  people: readonly string[]
  /** Hosts this instance is reached at. */
  ownHosts: readonly string[]
}

/** What a reader outside must not or cannot follow, in the order it stands. Every expression is linear: none repeats inside a repeat over the same letters. */
export function check(text: string, { people, ownHosts }: Surroundings): Omit<Finding, 'answer'>[] {
  const own = new Set(ownHosts)
  const found = [
    ...matches('link', text, LINK).filter(({ text: url }) => isInternal(url, own)),
    ...matches('mail', text, MAIL),
    ...matches('host', text, INTERNAL_DOMAIN),
    ...matches('host', text, NUMBERED_HOST).filter(({ text: word }) => !NOT_A_HOST.test(word)),
    ...matches('address', text, IPV4),
    ...matches('address', text, IPV6),
    ...matches('ticket', text, TICKET).filter(({ text: word }) => !PUBLIC_NUMBER.test(word)),
    ...namesIn(text, people),
    ...openMarks(text).map(({ mark }) => ({ kind: 'unknown' as const, text: mark, at: text.indexOf(mark) })),
  ].sort((a, b) => a.at - b.at)
  const keyed = found.map(({ kind, text }) => ({ kind, text, key: `${kind} ${text.toLowerCase()}`.slice(0, 300) }))
  return [...new Map(keyed.map((finding) => [finding.key, finding])).values()]
}

type Found = { kind: FindingKind; text: string; at: number }

const LINK = /https?:\/\/[^\s<>)\]"']{1,500}/gi
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|(?<![\w@])@[a-z][\w.-]{1,38}/gi
const INTERNAL_DOMAIN =
  /\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:internal|local|lan|corp|intra|intranet|private|svc|localdomain)\b/gi
const NUMBERED_HOST = /\b[a-z]{1,30}[a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,6}\b/gi
const IPV4 = /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:\/\d{1,2})?\b/g
const IPV6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,6}(?:\/\d{1,3})?(?![\w:])/gi
const TICKET = /\b[A-Z][A-Z0-9]{1,9}-\d{1,7}\b/g

/** Numbers everybody can look up. */
const PUBLIC_NUMBER = /^(?:CVE|RFC|ISO|HTTP|TLS|UTF|SHA|AES|IPV|UTC|GMT)-/
/** Hyphened words are hosts only when they end or begin in a number, and these are not machines. */
const NOT_A_HOST = /^(?!.*\d)|^(?:utf|http|tls|ipv|sha|aes|rfc|iso|cve|sev|covid|utc|gmt)-?\d|^[A-Z][A-Z0-9]{1,9}-\d+$/i

const matches = (kind: FindingKind, text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].map((match) => ({ kind, text: match[0].replace(/[.,;:]+$/, ''), at: match.index }))

function isInternal(url: string, own: ReadonlySet<string>): boolean {
  try {
    const { hostname } = new URL(url)
    return (
      own.has(hostname) ||
      !hostname.includes('.') ||
      /^[\d.]+$|:|\.(internal|local|lan|corp|intra|intranet|private|svc)$/.test(hostname)
    )
  } catch {
    return true
  }
}

/** Whole names, and each part of three letters or more as it is written in a name: "Rose" and not "rose". */
function namesIn(text: string, people: readonly string[]): Found[] {
  const words = new Map<string, number>()
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]{0,60}/gu))
    if (!words.has(word)) words.set(word, index)
  const whole = people.flatMap((name) => {
    const at = text.indexOf(name)
    return at >= 0 ? [{ kind: 'person' as const, text: name, at }] : []
  })
  const covered = new Set(whole.flatMap(({ text: name }) => name.split(/\s+/)))
  const parts = new Set(
    people.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 2 && !covered.has(part)),
  )
  const single = [...parts].flatMap((part) => {
    const at = words.get(part)
    return at === undefined ? [] : [{ kind: 'person' as const, text: part, at }]
  })
  return [...whole, ...single]
}
