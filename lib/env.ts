import path from 'node:path'
import { z } from 'zod'

/** A variable set to nothing counts as not set, as it comes out of many configuration files. */
const given = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

const yes = (byDefault: boolean) =>
  given(
    z
      .enum(['0', '1', 'false', 'true'], 'Use 1 for yes or 0 for no.')
      .transform((value) => value === '1' || value === 'true')
      .default(byDefault),
  )

const text = given(z.string().max(2_000, 'This is too long.').optional())

const address = (protocols: RegExp, sentence: string) =>
  given(z.url({ protocol: protocols, error: sentence }).optional())

const whole = (most: number, sentence: string) =>
  z.coerce.number(sentence).int(sentence).min(0, sentence).max(most, sentence)

/** Domains such as `example.com, example.org`, with or without an @ in front. */
const domains = given(
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((domain) => domain.replace(/^@/, '')),
    )
    .pipe(z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/, 'Write domains like example.com, with commas.'))),
)

/** Everything that is set from outside. `.env.example` explains each to the person who sets it. */
const Env = z.object({
  /** Loopback until somebody decides otherwise: a fresh instance has no administrator yet. */
  HOST: given(z.string().default('127.0.0.1')),
  PORT: given(whole(65_535, 'Use a port between 1 and 65535.').default(3000)),
  DATA_DIR: given(z.string().default('.data')),
  DATABASE_URL: address(/^postgres(ql)?$/, 'Use an address like postgres://user:password@host:5432/firebreak.'),
  APP_URL: given(
    z
      .url({ protocol: /^https?$/, error: 'Use the address people type, like https://firebreak.example.com.' })
      .transform((address) => new URL(address))
      .optional(),
  ),
  /** Permits a plain http:// address, for a closed network. */
  ALLOW_HTTP: yes(false),
  /** How many reverse proxies stand in front and append to X-Forwarded-For. With none, that header is not believed. */
  TRUSTED_PROXIES: given(whole(5, 'Use the number of proxies in front, from 0 to 5.').default(0)),
  MEILI_URL: address(/^https?$/, 'Use an address like http://127.0.0.1:7700.'),
  MEILI_KEY: given(z.string().default('')),
  /** Fills a new instance with the sample organization. */
  FIREBREAK_SAMPLE: yes(false),
  /** A copy every night in DATA_DIR/backups. On PostgreSQL most people have their own, so there it must be asked for. */
  NIGHTLY_BACKUP: given(
    z
      .enum(['0', '1', 'false', 'true'], 'Use 1 for yes or 0 for no.')
      .transform((value) => value === '1' || value === 'true')
      .optional(),
  ),

  /** Without it nobody gets mail; everything waits in their inbox all the same. */
  SMTP_URL: address(/^smtps?$/, 'Use an address like smtp://user:password@mail.example.com:587.'),
  /** Whom mail comes from: an address, or a name and an address in angle brackets. */
  MAIL_FROM: given(
    z
      .string()
      .max(320, 'This is too long.')
      .regex(
        /^(?:[^<>\r\n]{0,200}<[^<>@\s]{1,64}@[^<>@\s]{1,253}>|[^<>@\s]{1,64}@[^<>@\s]{1,253})$/,
        'Use an address like Firebreak <firebreak@example.com>.',
      )
      .optional(),
  ),

  /** Protects the cookies of a sign-in on its way through a provider. Without it one is kept in DATA_DIR. */
  AUTH_SECRET: given(z.string().min(32, 'Use at least 32 random characters.').optional()),
  /** Whether people may sign in with a password. */
  AUTH_LOCAL: yes(true),
  /** Whose people may come in through a provider without an invitation. */
  AUTH_ALLOWED_DOMAINS: domains,
  OIDC_ISSUER: address(/^https?$/, 'Use the issuer as its provider writes it, like https://login.example.com.'),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_NAME: given(z.string().max(40, 'Use at most 40 characters.').default('Single sign-on')),
  /** A GitHub of one's own; its API is under /api/v3. */
  GITHUB_URL: address(/^https?$/, 'Use the address of your GitHub, like https://github.example.com.'),
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
})

export type Env = Readonly<z.output<typeof Env>>

/** Reads the environment, or throws one sentence that names the variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = Env.safeParse(source)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw cannotStart(String(issue?.path[0]), issue?.message ?? '')
  }
  refuseHalves(parsed.data)
  refusePlainHttp(parsed.data)
  const home = source.FIREBREAK_HOME ?? process.cwd()
  return { ...parsed.data, DATA_DIR: path.resolve(home, parsed.data.DATA_DIR) }
}

let read: Env | undefined
/** The environment of this process, read once. */
export function env(): Env {
  read ??= readEnv()
  return read
}

/**
 * Where this instance lives, for every link and redirect it writes. It comes from the configuration alone: a Host
 * header is whatever the sender wants it to be.
 */
export function appOrigin({ APP_URL, HOST, PORT }: Env): string {
  if (APP_URL) return APP_URL.origin
  // 127.0.0.1 and ::1 are what `localhost` means; another loopback address was chosen on purpose.
  const host = isLoopback(HOST) && !/^(127\.0\.0\.1|\[?::1\]?)$/.test(HOST) ? HOST : 'localhost'
  return `http://${host}:${PORT}`
}

export const isHttps = ({ APP_URL }: Env) => APP_URL?.protocol === 'https:'

/** True when only people at this very machine can reach the instance. */
export const servesLoopbackOnly = ({ APP_URL, HOST }: Env) => APP_URL === undefined && isLoopback(HOST)

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** What belongs together is given together or not at all, and what goes `with` it means nothing alone. */
const together: readonly { all: readonly (keyof Env)[]; with?: keyof Env }[] = [
  { all: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] },
  { all: ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'], with: 'GITHUB_URL' },
  { all: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'] },
  { all: ['SMTP_URL', 'MAIL_FROM'] },
]

function refuseHalves(values: Env): void {
  for (const { all, with: more } of together) {
    const present = [...all, ...(more ? [more] : [])].find((name) => values[name])
    const missing = all.find((name) => !values[name])
    if (present && missing) throw cannotStart(missing, `It is needed beside ${present}.`)
  }
}

function refusePlainHttp({ APP_URL, ALLOW_HTTP }: Omit<Env, 'DATA_DIR'>): void {
  if (APP_URL?.protocol !== 'http:' || ALLOW_HTTP || isLoopback(APP_URL.hostname)) return
  throw cannotStart(
    'APP_URL',
    'Passwords would travel unprotected: use https, or set ALLOW_HTTP=1 in a closed network.',
  )
}

const cannotStart = (name: string, sentence: string) =>
  Object.assign(new Error(`The setting ${name} is not right. ${sentence}`), { name: 'CannotStart' })
