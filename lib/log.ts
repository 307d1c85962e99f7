/** What a line of the log may hold. A closed list, so that nobody logs a request, a body or a person by accident. */
export type LogFields = {
  requestId?: string
  /** The route as declared, never the address that was typed. */
  route?: string
  method?: string
  status?: number
  durationMs?: number
  actorId?: string | null
  subjectId?: string
  count?: number
  error?: unknown
}

type Level = 'info' | 'warn' | 'error'

/** Writes one JSON line. `event` is a fixed phrase; what varies goes into the fields. */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  process.stderr.write(`${logLine({ level, event, at: new Date(), fields })}\n`)
}

export function logLine({ level, event, at, fields }: { level: Level; event: string; at: Date; fields: LogFields }) {
  const kept = allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, shown(fields[name])]]))
  return escaped(JSON.stringify({ at: at.toISOString(), level, event, ...Object.fromEntries(kept) }))
}

const allowed = [
  'requestId',
  'route',
  'method',
  'status',
  'durationMs',
  'actorId',
  'subjectId',
  'count',
  'error',
] as const

/** Enough to find the place; a longer message repeats what somebody typed. */
const MESSAGE_MAX = 2_000
const FRAMES_MAX = 15

function shown(value: unknown): unknown {
  if (value instanceof Error) return errorFields(value)
  if (typeof value === 'string') return redact(value)
  return typeof value === 'number' || value === null ? value : redact(String(value))
}

function errorFields(error: Error): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((row) => /^\s+at /.test(row))
  return {
    name: error.name,
    message: redact(error.message),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    stack: frames.slice(0, FRAMES_MAX).map((row) => redact(row.trim())),
    ...(error.cause instanceof Error && { cause: `${error.cause.name}: ${redact(error.cause.message)}` }),
  }
}

const secretPairs =
  /\b((?:set-)?cookie|authorization|[\w-]{0,30}(?:token|password|passwd|secret|api[_-]?key)[\w-]{0,30})\b(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|(?:Bearer |Basic )?[^\s,;&}]+)/gi
const bearer = /\bBearer\s+[\w.~+/=-]+/gi
const inAddress = /(\w+:\/\/[^\s/:@]*:)[^\s/@]+@/g

/** Takes out what follows the names of secrets, whoever wrote it into a message. */
export function redact(text: string): string {
  return text
    .slice(0, MESSAGE_MAX)
    .replace(inAddress, '$1[redacted]@')
    .replace(secretPairs, '$1$2[redacted]')
    .replace(bearer, 'Bearer [redacted]')
}

/** JSON escapes the low control characters; terminals and log viewers also obey these. */
function escaped(line: string): string {
  return line.replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
